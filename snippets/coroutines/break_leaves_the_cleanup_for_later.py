"""After a break, a generator's finally runs later, in another task."""

import asyncio
from collections.abc import AsyncIterator


def task_name() -> str:
    """Name the task that this runs in."""
    task = asyncio.current_task()
    return "none" if task is None else task.get_name()


async def rows() -> AsyncIterator[int]:
    """Give rows, and say when it is cleaned up."""
    try:
        for row in (1, 2, 3):
            await asyncio.sleep(0.1)
            yield row
    finally:
        same = task_name() == "main"
        print("rows: finally, in", "main" if same else "another task")


async def main() -> None:
    """Leave the loop after the first row."""
    async for row in rows():
        print("main: got row", row)
        break
    print("main: after the loop")
    await asyncio.sleep(0.1)
    print("main: a while later")


async def start() -> None:
    """Give main's task its name."""
    await asyncio.create_task(main(), name="main")


asyncio.run(start())


# Proof:
# Output:
#     main: got row 1
#     main: after the loop
#     rows: finally, in another task
#     main: a while later
# Takes: 0.2 s
