"""A timer calls the bound method `cancel` of a task."""

import asyncio


async def napper() -> None:
    await asyncio.sleep(3)


async def main() -> None:
    task = asyncio.create_task(napper())
    asyncio.get_running_loop().call_later(0.1, task.cancel)
    await asyncio.wait([task])


asyncio.run(main())
