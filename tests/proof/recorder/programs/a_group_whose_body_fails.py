"""The body of a task group fails while its children compute and clean up."""

import asyncio
import time


async def child() -> None:
    try:
        await asyncio.sleep(3)
    finally:
        time.sleep(0.06)
        await asyncio.sleep(0.02)


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            group.create_task(child())
            await asyncio.sleep(0.02)
            raise KeyError
    except* KeyError:
        print("failed")


asyncio.run(main())
