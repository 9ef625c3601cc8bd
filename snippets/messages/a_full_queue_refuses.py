"""put_nowait raises QueueFull where there is no room."""

import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait("news")
    queue.put_nowait("mail")


asyncio.run(main())


# Proof:
# Raises: asyncio.queues.QueueFull
