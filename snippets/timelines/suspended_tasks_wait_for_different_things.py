"""Three tasks are suspended, each for something else."""

import asyncio


async def produce(queue: asyncio.Queue[str]) -> None:
    """Wait for the clock, then put something in."""
    await asyncio.sleep(0.3)
    await queue.put("a parcel")


async def consume(queue: asyncio.Queue[str]) -> None:
    """Wait for something to take out."""
    print("got", await queue.get())


async def main() -> None:
    """Start both and wait for the consumer."""
    queue: asyncio.Queue[str] = asyncio.Queue()
    producer = asyncio.create_task(produce(queue), name="producer")
    consumer = asyncio.create_task(consume(queue), name="consumer")
    await consumer
    await producer


asyncio.run(main())


# Proof:
# Output:
#     got a parcel
# Takes: 0.3 s
