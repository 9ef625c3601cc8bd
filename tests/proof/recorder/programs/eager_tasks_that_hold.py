# /// script
# requires-python = ">=3.12"
# ///
"""An eager task holds the loop inside a step of its creator; others wait for a lock."""

import asyncio
import time


async def holder() -> None:
    time.sleep(0.08)
    await asyncio.sleep(0.02)
    time.sleep(0.06)


async def takes(lock: asyncio.Lock) -> None:
    async with lock:
        await asyncio.sleep(0.02)


async def main() -> None:
    loop, lock = asyncio.get_running_loop(), asyncio.Lock()
    loop.set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined]
    time.sleep(0.02)
    held = asyncio.create_task(holder())
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(takes(lock))
    await held
    long = asyncio.create_task(asyncio.sleep(3), name="long")
    long.cancel()
    await asyncio.wait([long])


asyncio.run(main())
