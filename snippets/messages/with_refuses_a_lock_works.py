"""async with waits for a lock of asyncio."""

import asyncio


async def main():
    lock = asyncio.Lock()
    async with lock:
        print("locked")


asyncio.run(main())


# Proof:
# Output:
#     locked
