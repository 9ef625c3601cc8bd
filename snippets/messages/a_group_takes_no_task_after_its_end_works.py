"""Tasks are created inside the block of their task group."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch())
        group.create_task(fetch())
    print("both done")


asyncio.run(main())


# Proof:
# Output:
#     both done
