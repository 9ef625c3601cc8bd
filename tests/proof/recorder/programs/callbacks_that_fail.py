"""Exceptions in callbacks of the loop, of a task and of a timer."""

import asyncio


def fail(*_arguments: object) -> None:
    raise ValueError


async def nap() -> None:
    await asyncio.sleep(0.01)


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: print(context["message"]))
    loop.call_soon(fail)
    loop.call_later(0.02, fail)
    task = asyncio.create_task(nap())
    task.add_done_callback(fail)
    await task
    await asyncio.sleep(0.03)


asyncio.run(main())
