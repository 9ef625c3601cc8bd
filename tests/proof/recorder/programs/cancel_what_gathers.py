"""A task that gathers others is cancelled."""

import asyncio


async def slow(seconds: float) -> None:
    try:
        await asyncio.sleep(3)
    finally:
        await asyncio.sleep(seconds)


async def gatherer() -> None:
    await asyncio.gather(slow(0.05), slow(0.15))


async def main() -> None:
    task = asyncio.create_task(gatherer())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
