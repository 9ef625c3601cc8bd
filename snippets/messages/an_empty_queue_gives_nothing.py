"""get_nowait raises QueueEmpty where there is nothing."""

import asyncio


async def main():
    queue = asyncio.Queue()
    print(queue.get_nowait())


asyncio.run(main())


# Proof:
# Raises: asyncio.queues.QueueEmpty
