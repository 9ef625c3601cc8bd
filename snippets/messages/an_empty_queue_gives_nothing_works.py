"""get waits until something is there."""

import asyncio


async def main():
    queue = asyncio.Queue()
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, queue.put_nowait, "news")
    print(await queue.get())


asyncio.run(main())


# Proof:
# Output:
#     news
