"""asyncio.wait takes a list, even of one task."""

import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0.1, "news"))
    await asyncio.wait([task], timeout=1)
    print(task.result())


asyncio.run(main())


# Proof:
# Output:
#     news
