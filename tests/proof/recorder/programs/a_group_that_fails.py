"""A task group with another inside cancels what is left."""

import asyncio


async def nap(seconds: float) -> None:
    await asyncio.sleep(seconds)


async def fail() -> None:
    await asyncio.sleep(0.05)
    raise ValueError("no")


async def inner() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(nap(3))
        group.create_task(nap(2))


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(nap(0.02))
            group.create_task(inner())
            group.create_task(fail())
    except* ValueError:
        print("failed")


asyncio.run(main())
