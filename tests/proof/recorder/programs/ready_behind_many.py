"""An event wakes ten tasks at once, each of which computes."""

import asyncio
import time


async def waiter(event: asyncio.Event) -> None:
    await event.wait()
    time.sleep(0.01)
    await asyncio.sleep(0)
    time.sleep(0.01)


async def main() -> None:
    event = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for _ in range(10):
            group.create_task(waiter(event))
        await asyncio.sleep(0.02)
        event.set()


asyncio.run(main())
