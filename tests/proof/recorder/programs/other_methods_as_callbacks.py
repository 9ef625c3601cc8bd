"""Methods of a sleeping task are called back: none is a step of it."""

import asyncio


async def napper() -> None:
    await asyncio.sleep(0.2)


async def main() -> None:
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(napper())
    await asyncio.sleep(0.05)
    loop.call_soon(task.add_done_callback, print)
    loop.call_soon(task.set_name, "renamed")
    loop.call_soon(task.get_stack)
    await task


asyncio.run(main())
