"""`cancel` is put into the queue with a message."""

import asyncio


async def napper() -> None:
    await asyncio.sleep(3)


async def main() -> None:
    task = asyncio.create_task(napper())
    await asyncio.sleep(0.05)
    asyncio.get_running_loop().call_soon(task.cancel, "enough")
    await asyncio.wait([task])


asyncio.run(main())
