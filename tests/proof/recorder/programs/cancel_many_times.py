"""A stubborn task is cancelled three times."""

import asyncio


async def stubborn() -> None:
    for _ in range(3):
        try:
            await asyncio.sleep(3)
        except asyncio.CancelledError:
            print("no")


async def main() -> None:
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0.04)
        task.cancel()
    await task


asyncio.run(main())
