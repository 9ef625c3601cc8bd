"""The canceller computes before and after it cancels."""

import asyncio
import time


async def sleeper() -> None:
    await asyncio.sleep(3)


async def main() -> None:
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    time.sleep(0.08)
    task.cancel()
    time.sleep(0.08)
    await asyncio.wait([task])


asyncio.run(main())
