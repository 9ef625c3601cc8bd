"""What is not awaitable is yielded to the loop, and the task goes on."""

import asyncio
from collections.abc import Generator
from typing import Any


class Bad:
    def __await__(self) -> Generator[Any, None, None]:
        yield 42


async def main() -> None:
    try:
        await Bad()
    except RuntimeError as error:
        print(error)
    task = asyncio.current_task()
    assert task
    try:
        await task
    except RuntimeError as error:
        print(str(error).startswith("Task cannot await on itself"))
    await asyncio.sleep(0.01)


asyncio.run(main())
