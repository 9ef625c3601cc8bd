"""A timeout cancels a task that awaits another one, which cleans up."""

import asyncio


async def worker() -> None:
    try:
        await asyncio.sleep(3)
    finally:
        await asyncio.sleep(0.15)


async def main() -> None:
    try:
        async with asyncio.timeout(0.1):
            await asyncio.create_task(worker())
    except TimeoutError:
        print("too late")


asyncio.run(main())
