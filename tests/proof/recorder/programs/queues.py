"""A producer and consumers with a small queue, and `join`."""

import asyncio


async def produce(queue: "asyncio.Queue[int]") -> None:
    for number in range(6):
        await queue.put(number)


async def consume(queue: "asyncio.Queue[int]") -> None:
    while True:
        await queue.get()
        await asyncio.sleep(0.02)
        queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(1)
    consumers = [asyncio.create_task(consume(queue)) for _ in range(2)]
    await asyncio.create_task(produce(queue))
    await queue.join()
    for consumer in consumers:
        consumer.cancel()


asyncio.run(main())
