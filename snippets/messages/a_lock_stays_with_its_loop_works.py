"""A lock that is made in main belongs to the loop of main."""

import asyncio


async def work(lock):
    async with lock:
        await asyncio.sleep(0.1)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(work(lock), work(lock))


asyncio.run(main())
asyncio.run(main())
print("done twice")


# Proof:
# Output:
#     done twice
