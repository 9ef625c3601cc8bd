"""Who awaits a cancelled task gets its CancelledError."""

import asyncio


async def fetch():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0.1)
    task.cancel()
    await task


asyncio.run(main())


# Proof:
# Raises: asyncio.exceptions.CancelledError
