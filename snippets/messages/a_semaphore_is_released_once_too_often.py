"""A bounded semaphore counts how often it is released."""

import asyncio


async def main():
    limit = asyncio.BoundedSemaphore(2)
    limit.release()


asyncio.run(main())


# Proof:
# Raises: ValueError: BoundedSemaphore released too many times
