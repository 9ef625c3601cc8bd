"""A loop outside the main thread cannot handle signals."""

import asyncio
import signal


async def serve():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()


def run():
    asyncio.run(serve())


async def main():
    await asyncio.to_thread(run)


asyncio.run(main())


# Proof:
# Raises: RuntimeError: set_wakeup_fd only works in main thread of the main interpreter
