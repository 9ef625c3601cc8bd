"""A task is cancelled while it is in the queue of what is ready."""

import asyncio
import time


async def waiter(event: asyncio.Event) -> None:
    await event.wait()


async def main() -> None:
    event = asyncio.Event()
    task = asyncio.create_task(waiter(event))
    await asyncio.sleep(0.01)
    event.set()
    time.sleep(0.06)
    task.cancel()
    time.sleep(0.06)
    await asyncio.wait([task])


asyncio.run(main())
