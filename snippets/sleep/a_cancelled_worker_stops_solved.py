"""A worker that is cancelled cleans up and stops."""

import asyncio


async def work():
    for part in (1, 2, 3):
        try:
            await asyncio.sleep(0.2)
            print("part", part)
        except asyncio.CancelledError:
            print("cleaned up")
            raise


async def main():
    worker = asyncio.create_task(work())
    await asyncio.sleep(0.3)
    worker.cancel()
    await asyncio.wait([worker])
    print("cancelled:", worker.cancelled())


asyncio.run(main())


# Proof:
# Output:
#     part 1
#     cleaned up
#     cancelled: True
# Takes: 0.3 s ± 0.15 s
