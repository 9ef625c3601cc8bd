"""A handler for SIGTERM lets a program clean up before it ends."""

import asyncio
import os
import signal


async def work():
    try:
        await asyncio.sleep(5)
    finally:
        print("work: cleaned up")


async def main():
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    working = asyncio.create_task(work())

    loop.call_later(0.1, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("main: SIGTERM")
    working.cancel()
    await asyncio.wait([working])


asyncio.run(main())


# Proof:
# Output:
#     main: SIGTERM
#     work: cleaned up
# Takes: 0.1 s
# Breaks: without a handler the process is gone at once
#     -    loop.add_signal_handler(signal.SIGTERM, stop.set)
