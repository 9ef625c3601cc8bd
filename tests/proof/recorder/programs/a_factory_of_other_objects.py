"""A factory gives back what is no task and cannot be referred to weakly."""

import asyncio
from collections.abc import Generator
from typing import Any


class Job:
    __slots__ = ("task",)

    def __init__(self, task: Any) -> None:
        self.task = task

    def __await__(self) -> Generator[Any, None, Any]:
        return self.task.__await__()  # type: ignore[no-any-return]

    def set_name(self, name: str) -> None:
        self.task.set_name(name)


def factory(loop: Any, coroutine: Any, **named: Any) -> Any:
    return Job(asyncio.Task(coroutine, loop=loop, **named))


async def nap() -> None:
    await asyncio.sleep(0.02)


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    await loop.create_task(nap())
    loop.set_task_factory(None)


asyncio.run(main())
