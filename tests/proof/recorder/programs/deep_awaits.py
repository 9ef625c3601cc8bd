"""Coroutines await each other two hundred levels deep."""

import asyncio


async def deep(level: int) -> None:
    if level:
        await deep(level - 1)
    else:
        await asyncio.sleep(0.02)


async def main() -> None:
    await asyncio.gather(deep(10), deep(200))


asyncio.run(main())
