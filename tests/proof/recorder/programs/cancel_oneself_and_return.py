"""A task that cancels itself and returns is cancelled nevertheless."""

import asyncio


async def hasty() -> int:
    task = asyncio.current_task()
    assert task
    task.cancel()
    return 1


async def main() -> None:
    task = asyncio.create_task(hasty())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
