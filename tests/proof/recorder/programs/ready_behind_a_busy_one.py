"""Two sleepers are due together; the first computes while the second is ready."""

import asyncio
import time


async def first() -> None:
    await asyncio.sleep(0.05)
    time.sleep(0.15)


async def second() -> None:
    await asyncio.sleep(0.05)


async def main() -> None:
    await asyncio.gather(first(), second())


asyncio.run(main())
