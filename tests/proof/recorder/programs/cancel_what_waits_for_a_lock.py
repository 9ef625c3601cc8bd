"""Tasks that wait for a lock, a queue, an event are cancelled."""

import asyncio


async def takes(lock: asyncio.Lock) -> None:
    async with lock:
        print("not printed")


async def main() -> None:
    lock, queue, event = asyncio.Lock(), asyncio.Queue[int](), asyncio.Event()
    async with lock:
        tasks = [
            asyncio.create_task(takes(lock), name="lock"),
            asyncio.create_task(queue.get(), name="queue"),
            asyncio.create_task(event.wait(), name="event"),
        ]
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
