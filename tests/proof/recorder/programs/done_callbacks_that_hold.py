"""A done callback computes while the one that waits is ready."""

import asyncio
import time


def hold(_task: object) -> None:
    time.sleep(0.08)


async def nap() -> None:
    await asyncio.sleep(0.02)


async def main() -> None:
    task = asyncio.create_task(nap())
    task.add_done_callback(hold)
    await task


asyncio.run(main())
