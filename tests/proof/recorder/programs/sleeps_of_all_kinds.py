"""Sleeps of zero, of less, of for ever, of a moment."""

import asyncio


async def forever(seconds: float) -> None:
    async with asyncio.timeout(0.05):
        await asyncio.sleep(seconds)


async def main() -> None:
    for seconds in (0, -1, 0.001, 0.02):
        await asyncio.sleep(seconds)
    done = await asyncio.gather(
        forever(float("inf")), forever(1e8), return_exceptions=True
    )
    print(done)


asyncio.run(main())
