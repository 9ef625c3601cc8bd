"""A task cancels itself and goes on until its next await, while another computes."""

import asyncio
import time


async def computer() -> None:
    time.sleep(0.15)


async def main() -> None:
    other = asyncio.create_task(computer())
    task = asyncio.current_task()
    assert task
    task.cancel()
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        task.uncancel()
    await other


asyncio.run(main())
