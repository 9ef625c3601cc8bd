"""A done callback of one task cancels another."""

import asyncio


async def nap(seconds: float) -> None:
    await asyncio.sleep(seconds)


async def main() -> None:
    short = asyncio.create_task(nap(0.05), name="short")
    long = asyncio.create_task(nap(3), name="long")
    short.add_done_callback(lambda _: long.cancel())
    await asyncio.wait([short, long])


asyncio.run(main())
