"""async with releases a semaphore as often as it acquires it."""

import asyncio


async def main():
    limit = asyncio.BoundedSemaphore(2)
    async with limit:
        print("one of two")


asyncio.run(main())


# Proof:
# Output:
#     one of two
