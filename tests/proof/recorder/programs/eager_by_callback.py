# /// script
# requires-python = ">=3.12"
# ///
"""A callback that belongs to no task makes an eager one."""

import asyncio

tasks: "list[asyncio.Task[None]]" = []


async def child() -> None:
    await asyncio.sleep(0.05)


def make() -> None:
    tasks.append(asyncio.create_task(child()))


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined]
    loop.call_later(0.02, make)
    await asyncio.sleep(0.04)
    await tasks[0]


asyncio.run(main())
