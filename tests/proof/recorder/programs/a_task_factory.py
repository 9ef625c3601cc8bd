"""A factory makes tasks of a class of its own, which names them."""

import asyncio
from typing import Any


class Labelled(asyncio.Task[Any]):
    def __init__(self, coroutine: Any, *, label: str = "", **named: Any) -> None:
        super().__init__(coroutine, **named)
        self.label = label or "unnamed"

    def get_name(self) -> str:
        return f"{self.label}/{super().get_name()}"


def factory(loop: Any, coroutine: Any, **named: Any) -> Any:
    return Labelled(coroutine, loop=loop, **named)


async def nap() -> None:
    await asyncio.sleep(0.02)


async def main() -> None:
    asyncio.get_running_loop().set_task_factory(factory)
    await asyncio.gather(nap(), nap())


asyncio.run(main())
