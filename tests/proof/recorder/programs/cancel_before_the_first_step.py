"""A task is cancelled before it ever ran, and somebody computes first."""

import asyncio
import time


async def never() -> None:
    print("not printed")


async def main() -> None:
    task = asyncio.create_task(never())
    task.cancel()
    time.sleep(0.1)
    await asyncio.wait([task])


asyncio.run(main())
