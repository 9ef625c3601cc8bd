"""A task that gathers itself cannot be cancelled."""

import asyncio
import sys


async def stop(task):
    await asyncio.sleep(0.1)
    task.cancel()


async def main():
    asyncio.create_task(stop(asyncio.current_task()))
    try:
        await asyncio.gather(*asyncio.all_tasks())
    except RecursionError as error:
        print("RecursionError:", str(error)[:33], file=sys.stderr)


asyncio.run(main())


# Proof:
# Stderr:
#     RecursionError: maximum recursion depth exceeded
