"""Objects with `__await__`, a generator-based coroutine and a bare yield."""

import asyncio
import types
from collections.abc import Generator
from typing import Any


class Nap:
    def __await__(self) -> Generator[Any, None, int]:
        yield from asyncio.sleep(0.02).__await__()
        return 1


class Bare:
    def __await__(self) -> Generator[None, None, None]:
        yield
        yield


@types.coroutine
def old() -> Generator[Any, None, None]:
    yield from asyncio.sleep(0.02).__await__()
    yield


async def main() -> None:
    await Nap()
    await Bare()
    await old()
    await asyncio.create_task(through())


async def through() -> None:
    await old()


asyncio.run(main())
