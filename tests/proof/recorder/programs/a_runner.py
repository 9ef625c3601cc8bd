"""A runner executes several coroutines, and cancels what is left behind."""

import asyncio

left_behind: "list[asyncio.Task[None]]" = []


async def forever() -> None:
    try:
        await asyncio.sleep(3)
    finally:
        await asyncio.sleep(0.02)


async def main(seconds: float) -> None:
    left_behind.append(asyncio.create_task(forever()))
    await asyncio.sleep(seconds)


with asyncio.Runner() as runner:
    runner.run(main(0.02))
    runner.run(main(0.03))
asyncio.run(main(0.01))
