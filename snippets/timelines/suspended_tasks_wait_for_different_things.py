"""Three tasks are suspended, each for something else."""

import asyncio


async def produce(queue):
    await asyncio.sleep(0.3)
    await queue.put("a parcel")


async def consume(queue):
    print("got", await queue.get())


async def main():
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
# Waits together: main, producer, consumer
# Breaks: the queue is full already
#          queue: asyncio.Queue[str] = asyncio.Queue()
#     +    queue.put_nowait("a parcel")
