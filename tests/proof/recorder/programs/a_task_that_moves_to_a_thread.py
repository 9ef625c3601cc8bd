"""A task is made in the main thread, and runs in a loop of another."""

import asyncio
import threading
import time


async def other() -> None:
    for _ in range(4):
        await asyncio.sleep(0.04)


async def main() -> None:
    time.sleep(0.2)


loop = asyncio.new_event_loop()
task = loop.create_task(other())
thread = threading.Thread(target=loop.run_until_complete, args=(task,))
thread.start()
asyncio.run(main())
thread.join()
loop.close()
