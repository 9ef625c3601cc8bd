"""A sleep of no more than a moment begins before a long step of another."""

import asyncio
import time


async def napper() -> None:
    for _ in range(3):
        await asyncio.sleep(0.0001)


async def busy() -> None:
    for _ in range(3):
        time.sleep(0.04)
        await asyncio.sleep(0)


async def main() -> None:
    await asyncio.gather(napper(), busy(), napper())


asyncio.run(main())
