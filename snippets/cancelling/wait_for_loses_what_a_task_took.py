"""wait_for loses no item of a queue, unless a task took it before."""

import asyncio
import time


async def read(queue, get):
    try:
        print("  got the", await asyncio.wait_for(get, 0.3))
    except TimeoutError:
        print("  timeout")
    print("  in the queue:", queue.qsize())


async def meet(queue, get):
    task = asyncio.create_task(read(queue, get))
    await asyncio.sleep(0.1)
    queue.put_nowait("letter")
    time.sleep(0.3)  # the loop is busy until the time is up
    await task


async def main():
    queue = asyncio.Queue()
    print("queue.get()")
    await meet(queue, queue.get())
    print("a task of queue.get()")
    await meet(queue, asyncio.create_task(queue.get()))


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     queue.get()
#       got the letter
#       in the queue: 0
#     a task of queue.get()
#       got the letter
#       in the queue: 0
# Output [>=3.12]:
#     queue.get()
#       got the letter
#       in the queue: 0
#     a task of queue.get()
#       timeout
#       in the queue: 0
# Breaks [>=3.12]: without the task nothing is lost
#     -    await meet(queue, asyncio.create_task(queue.get()))
#     +    await meet(queue, queue.get())
# Breaks [<3.12]: the letter is late
#     -    queue.put_nowait("letter")
#          time.sleep(0.3)  # the loop is busy until the time is up
#          await task
#     +    queue.put_nowait("letter")
