"""A thread cancels a task by `call_soon_threadsafe`."""

import asyncio
import threading


async def main() -> None:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task
    threading.Timer(0.1, loop.call_soon_threadsafe, [task.cancel]).start()
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("cancelled from outside")


asyncio.run(main())
