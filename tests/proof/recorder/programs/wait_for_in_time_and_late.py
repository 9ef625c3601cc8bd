"""`wait_for` of a coroutine in time, of one too late, of a task."""

import asyncio


async def nap(seconds: float) -> float:
    await asyncio.sleep(seconds)
    return seconds


async def main() -> None:
    print(await asyncio.wait_for(nap(0.03), 1))
    try:
        await asyncio.wait_for(nap(3), 0.03)
    except TimeoutError:
        print("late")
    task = asyncio.create_task(nap(0.03))
    print(await asyncio.wait_for(task, None))


asyncio.run(main())
