"""Who cancels a task expects its CancelledError."""

import asyncio


async def fetch():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())


# Proof:
# Output:
#     cancelled
