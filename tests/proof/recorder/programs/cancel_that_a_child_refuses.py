"""A child swallows the cancellation that its parent passed on."""

import asyncio


async def child() -> None:
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        await asyncio.sleep(0.1)


async def parent() -> None:
    await asyncio.create_task(child())


async def main() -> None:
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
