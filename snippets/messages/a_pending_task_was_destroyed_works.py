"""A task group waits for its tasks before the loop ends."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    print("fetched")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch())


asyncio.run(main())


# Proof:
# Output:
#     fetched
