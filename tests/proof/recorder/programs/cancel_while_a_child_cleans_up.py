"""Who awaits a task that cleans up is asked to cancel long before it is."""

import asyncio


async def child() -> None:
    try:
        await asyncio.sleep(3)
    finally:
        await asyncio.sleep(0.2)


async def parent() -> None:
    await asyncio.create_task(child())


async def main() -> None:
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
