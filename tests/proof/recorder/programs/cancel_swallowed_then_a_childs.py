"""Who swallowed a cancellation is not asked again where its child is cancelled."""

import asyncio

children: "list[asyncio.Task[None]]" = []


async def child() -> None:
    await asyncio.sleep(3)


async def parent() -> None:
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        children.append(asyncio.create_task(child()))
    try:
        await children[0]
    except asyncio.CancelledError:
        print("it was the child")


async def main() -> None:
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.sleep(0.05)
    children[0].cancel()
    await task


asyncio.run(main())
