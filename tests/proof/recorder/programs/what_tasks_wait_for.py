"""A lock, a semaphore, a condition, an event and a barrier, two tasks each."""

import asyncio


async def main() -> None:
    lock, semaphore, barrier = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Barrier(3)
    condition, event = asyncio.Condition(), asyncio.Event()

    async def locks() -> None:
        async with lock:
            await asyncio.sleep(0.02)

    async def counts() -> None:
        async with semaphore:
            await asyncio.sleep(0.03)

    async def meets() -> None:
        await barrier.wait()

    async def is_notified() -> None:
        async with condition:
            await condition.wait()

    async def sees() -> None:
        await event.wait()

    async with asyncio.TaskGroup() as group:
        for function in (locks, counts, meets, is_notified, sees):
            group.create_task(function())
            group.create_task(function())
        await asyncio.sleep(0.08)
        event.set()
        async with condition:
            condition.notify_all()
        await barrier.wait()


asyncio.run(main())
