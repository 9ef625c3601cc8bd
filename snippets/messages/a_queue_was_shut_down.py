"""A queue that was shut down raises QueueShutDown."""

import asyncio


async def main():
    queue = asyncio.Queue()
    queue.shutdown()
    await queue.get()


asyncio.run(main())


# Proof:
# Raises [<3.13]: AttributeError: 'Queue' object has no attribute 'shutdown'
# Raises [>=3.13]: asyncio.queues.QueueShutDown
