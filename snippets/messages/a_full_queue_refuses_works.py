"""put waits until there is room in a queue."""

import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue))
        print(await queue.get(), await queue.get())


async def produce(queue):
    await queue.put("news")
    await queue.put("mail")


asyncio.run(main())


# Proof:
# Output:
#     news mail
