"""A loop around the work tries it again."""

import asyncio


async def fetch(attempt):
    if attempt < 1:
        raise OSError("no network")
    return "<news>"


async def main():
    for attempt in range(3):
        try:
            print(await fetch(attempt))
            break
        except OSError:
            print("again")


asyncio.run(main())


# Proof:
# Output:
#     again
#     <news>
