"""A sleeper is due while another computes, and then behind a third."""

import asyncio
import time


async def sleeper() -> None:
    for _ in range(3):
        await asyncio.sleep(0.03)


async def busy(seconds: float) -> None:
    await asyncio.sleep(0.02)
    time.sleep(seconds)


async def main() -> None:
    await asyncio.gather(sleeper(), busy(0.1), busy(0.06))


asyncio.run(main())
