"""What takes longer than its timeout raises TimeoutError."""

import asyncio


async def fetch():
    await asyncio.sleep(1)


async def main():
    async with asyncio.timeout(0.1):
        await fetch()


asyncio.run(main())


# Proof:
# Raises: TimeoutError
