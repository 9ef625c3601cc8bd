"""A signal handler of the loop sets an event."""

import asyncio
import os
import signal


async def main() -> None:
    loop, event = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, event.set)
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGUSR1)
    await event.wait()
    loop.remove_signal_handler(signal.SIGUSR1)


asyncio.run(main())
