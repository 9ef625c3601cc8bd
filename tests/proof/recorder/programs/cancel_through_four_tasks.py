"""A cancellation goes down a chain of tasks, and comes up again later."""

import asyncio


async def link(depth: int) -> None:
    if depth:
        await asyncio.create_task(link(depth - 1), name=f"link-{depth - 1}")
        return
    try:
        await asyncio.sleep(3)
    finally:
        await asyncio.sleep(0.1)


async def main() -> None:
    top = asyncio.create_task(link(3), name="link-3")
    await asyncio.sleep(0.05)
    top.cancel()
    await asyncio.gather(top, return_exceptions=True)


asyncio.run(main())
