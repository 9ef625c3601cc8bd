"""An async def that returns nothing can be awaited."""

import asyncio


async def save(page):
    print("saved", page)


async def main():
    await save("<news>")


asyncio.run(main())


# Proof:
# Output:
#     saved <news>
