"""async with releases what it has acquired."""

import asyncio


async def main():
    lock = asyncio.Lock()
    async with lock:
        print("locked")
    print(lock.locked())


asyncio.run(main())


# Proof:
# Output:
#     locked
#     False
