"""A queue.get() that is cancelled leaves the item in the queue."""

import asyncio


async def reader(queue):
    print("reader has", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(reader(queue))
    await asyncio.sleep(0.1)
    queue.put_nowait("a letter")
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())
    print("in the queue:", queue.qsize())


asyncio.run(main())


# Proof:
# Output:
#     cancelled: True
#     in the queue: 1
# Breaks: the reader has the letter before it is cancelled
#          queue.put_nowait("a letter")
#     +    await asyncio.sleep(0)
#          task.cancel()
