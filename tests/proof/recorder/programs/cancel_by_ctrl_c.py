"""The first interrupt asks the main task to cancel, though it is computing."""

import asyncio
import os
import signal
import threading
import time


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


async def main() -> None:
    threading.Timer(0.1, interrupt).start()
    time.sleep(0.2)
    await asyncio.sleep(3)


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
