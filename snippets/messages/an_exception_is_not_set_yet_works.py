"""After asyncio.wait, a task can be asked for its exception."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)


async def main():
    task = asyncio.create_task(fetch())
    await asyncio.wait([task])
    print(task.exception())


asyncio.run(main())


# Proof:
# Output:
#     None
