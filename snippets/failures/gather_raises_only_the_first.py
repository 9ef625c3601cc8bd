"""Of two that fail, gather raises the first and drops the other."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "fails")
    raise OSError(f"{name} is down")


async def main():
    try:
        await asyncio.gather(fetch("news", 0.2), fetch("mail", 0.1))
    except OSError as error:
        print("main:", error)
    await asyncio.sleep(0.2)


asyncio.run(main())


# Proof:
# Output:
#     mail fails
#     main: mail is down
#     news fails
# Takes: 0.3 s
# Breaks: exceptions are returned as results
#     -        await asyncio.gather(fetch("news", 0.2), fetch("mail", 0.1))
#     +        await asyncio.gather(
#     +            fetch("news", 0.2),
#     +            fetch("mail", 0.1),
#     +            return_exceptions=True,
#     +        )
