"""task_done may be called once for each item that was put."""

import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("news")
    await queue.get()
    queue.task_done()
    queue.task_done()


asyncio.run(main())


# Proof:
# Raises: ValueError: task_done() called too many times
