"""A task polls so often that not all of it is recorded, then sleeps."""

import asyncio


async def main() -> None:
    for _ in range(21_000):
        await asyncio.sleep(0)
    await asyncio.sleep(0.2)


asyncio.run(main())
