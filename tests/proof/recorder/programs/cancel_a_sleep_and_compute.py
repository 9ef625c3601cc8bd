"""A cancelled sleeper is ready, not overdue, while the canceller computes."""

import asyncio
import time


async def sleeper() -> None:
    await asyncio.sleep(0.2)


async def main() -> None:
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.05)
    task.cancel()
    time.sleep(0.3)
    await asyncio.wait([task])


asyncio.run(main())
