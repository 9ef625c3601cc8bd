# /// script
# requires-python = ">=3.12"
# ///
"""Eager tasks: done at once, suspended, failing, inside each other."""

import asyncio
import time


async def at_once() -> int:
    return 1


async def later(seconds: float) -> float:
    time.sleep(0.01)
    await asyncio.sleep(seconds)
    return seconds


async def nested() -> float:
    first = asyncio.create_task(at_once())
    second = asyncio.create_task(later(0.03))
    return await first + await second


async def fail() -> None:
    raise ValueError


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined]
    tasks = [asyncio.create_task(f()) for f in (at_once, nested, nested)]
    failed = asyncio.create_task(fail())
    print(failed.done(), failed.exception())
    print(await asyncio.gather(*tasks))


asyncio.run(main())
