"""A future of `run_coroutine_threadsafe` is cancelled by its thread."""

import asyncio
import time


async def long() -> None:
    await asyncio.sleep(3)


async def main() -> None:
    loop = asyncio.get_running_loop()

    def ask() -> None:
        future = asyncio.run_coroutine_threadsafe(long(), loop)
        time.sleep(0.05)
        future.cancel()

    await asyncio.to_thread(ask)
    await asyncio.sleep(0.02)


asyncio.run(main())
