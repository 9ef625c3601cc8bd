"""An exception in an awaited coroutine comes out of the await."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "mail":
        raise OSError("mail is down")
    print(name, "there")


async def main():
    await fetch("news", 0.1)
    await fetch("mail", 0.1)
    await fetch("weather", 0.1)


asyncio.run(main())


# Proof:
# Output:
#     news there
# Raises: OSError: mail is down
# Takes: 0.2 s
# Breaks: all are fetched at once
#     -    await fetch("news", 0.1)
#     -    await fetch("mail", 0.1)
#     -    await fetch("weather", 0.1)
#     +    await asyncio.gather(
#     +        fetch("news", 0.1), fetch("mail", 0.1), fetch("weather", 0.1)
#     +    )
# Breaks: the await is forgotten
#     -    await fetch("mail", 0.1)
#     +    fetch("mail", 0.1)
