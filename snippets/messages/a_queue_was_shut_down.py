# /// script
# requires-python = ">=3.13"
# ///
"""A queue that was shut down raises QueueShutDown."""

import asyncio


async def main():
    queue = asyncio.Queue()
    queue.shutdown()
    await queue.get()


asyncio.run(main())


# Proof:
# Raises: asyncio.queues.QueueShutDown
