"""Tasks are renamed before they run, by themselves, and by others."""

import asyncio


async def nap() -> None:
    await asyncio.sleep(0.02)


async def names_itself() -> None:
    task = asyncio.current_task()
    assert task
    task.set_name("by itself")
    await nap()


async def main() -> None:
    first, second = asyncio.create_task(nap()), asyncio.create_task(names_itself())
    third = asyncio.create_task(nap(), name="third")
    first.set_name("before")
    await asyncio.sleep(0.01)
    third.set_name("while it waits")
    await asyncio.gather(first, second, third)


asyncio.run(main())
