"""A failed task raises the same exception at every await."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    raise OSError(f"{name} is down")


async def main():
    mail = asyncio.create_task(fetch("mail", 0.1))
    await asyncio.sleep(0.2)
    print("failed, and main goes on")
    seen = []
    for _ in range(2):
        try:
            await mail
        except OSError as error:
            print("raised:", error)
            seen.append(error)
    print("same object:", seen[0] is seen[1] is mail.exception())


asyncio.run(main())


# Proof:
# Output:
#     failed, and main goes on
#     raised: mail is down
#     raised: mail is down
#     same object: True
# Takes: 0.2 s
# Breaks: each await calls it again
#     -            await mail
#     +            await fetch("mail", 0.0)
