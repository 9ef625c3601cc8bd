"""A callback creates the task that a timeout needs."""

import asyncio

tasks = set()


async def fetch():
    async with asyncio.timeout(1):
        print("fetching")


def callback():
    tasks.add(asyncio.create_task(fetch()))


async def main():
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0.1)


asyncio.run(main())


# Proof:
# Output:
#     fetching
