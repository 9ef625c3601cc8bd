"""A second cancellation comes while the first one has not arrived."""

import asyncio
import time


async def sleeper() -> None:
    await asyncio.sleep(3)


async def main() -> None:
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.03)
    task.cancel()
    task.cancel()
    await asyncio.wait([task])
    task.cancel()
    time.sleep(0.01)


asyncio.run(main())
