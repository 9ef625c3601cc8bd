"""A task awaits all tasks but itself."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    print("fetched")


async def main():
    task = asyncio.create_task(fetch())
    for other in asyncio.all_tasks() - {asyncio.current_task()}:
        await other
    print(task.done())


asyncio.run(main())


# Proof:
# Output:
#     fetched
#     True
