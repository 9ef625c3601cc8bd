"""A task that gathers all others can be cancelled."""

import asyncio


async def stop(task):
    await asyncio.sleep(0.1)
    task.cancel()


async def main():
    asyncio.create_task(stop(asyncio.current_task()))
    asyncio.create_task(asyncio.sleep(1))
    others = asyncio.all_tasks() - {asyncio.current_task()}
    try:
        await asyncio.gather(*others)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())


# Proof:
# Output:
#     cancelled
