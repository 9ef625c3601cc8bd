"""A task that is cancelled may await in its finally."""

import asyncio


async def fetch():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.1)
        print("cleaned up")


async def main():
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())


# Proof:
# Output:
#     cleaned up
