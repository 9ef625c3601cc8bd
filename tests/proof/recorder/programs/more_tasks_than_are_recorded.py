"""Twelve hundred tasks sleep together."""

import asyncio


async def sleeper() -> None:
    await asyncio.sleep(0.05)


async def main() -> None:
    await asyncio.gather(*(sleeper() for _ in range(1200)))


asyncio.run(main())
