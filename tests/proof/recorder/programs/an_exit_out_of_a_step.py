"""A task leaves the program in the middle of a step."""

import asyncio
import os


async def waiter() -> None:
    await asyncio.sleep(3)


async def main() -> None:
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0.02)
    print(task.done())
    os._exit(3)


asyncio.run(main())
