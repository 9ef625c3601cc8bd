"""QueueShutDown tells a worker that nothing more comes."""

import asyncio


async def worker(queue):
    try:
        while True:
            print(await queue.get())
    except asyncio.QueueShutDown:
        print("no more")


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("news")
    queue.shutdown()
    await worker(queue)


asyncio.run(main())


# Proof:
# Output [<3.13]:
# Output [>=3.13]:
#     news
#     no more
# Raises [<3.13]: AttributeError: 'Queue' object has no attribute 'shutdown'
# Raises [>=3.13]: nothing
