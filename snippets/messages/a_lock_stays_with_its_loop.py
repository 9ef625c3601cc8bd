"""A lock that was waited for on one loop is bound to it."""

import asyncio

lock = asyncio.Lock()


async def work():
    async with lock:
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(work(), work())


asyncio.run(main())
asyncio.run(main())


# Proof:
# Raises: RuntimeError: <asyncio.locks.Lock object at ... [locked]> is bound to a different event loop
