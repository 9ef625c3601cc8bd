"""A lock that nobody holds cannot be released."""

import asyncio


async def main():
    lock = asyncio.Lock()
    lock.release()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Lock is not acquired.
