"""A signal handler of the loop cancels the main task."""

import asyncio
import os
import signal


async def main() -> None:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task
    loop.add_signal_handler(signal.SIGTERM, task.cancel)
    loop.call_later(0.1, os.kill, os.getpid(), signal.SIGTERM)
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print("told to stop")


asyncio.run(main())
