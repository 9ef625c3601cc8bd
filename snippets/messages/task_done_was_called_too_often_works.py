"""task_done belongs to the get of the same item."""

import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("news")
    try:
        print(await queue.get())
    finally:
        queue.task_done()
    await queue.join()


asyncio.run(main())


# Proof:
# Output:
#     news
