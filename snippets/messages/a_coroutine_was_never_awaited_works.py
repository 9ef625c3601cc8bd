"""A coroutine that is awaited runs."""

import asyncio


async def save(page):
    print("saved", page)


async def main():
    await save("<news>")


asyncio.run(main())


# Proof:
# Output:
#     saved <news>
