"""A loop in the main thread handles signals."""

import asyncio
import signal


async def serve():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(0.1, signal.raise_signal, signal.SIGTERM)
    await stop.wait()
    print("stopped")


asyncio.run(serve())


# Proof:
# Output:
#     stopped
