"""Calls in threads, one of them cancelled before it begins, one that fails."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def fail() -> None:
    raise KeyError


async def main() -> None:
    loop = asyncio.get_running_loop()
    await asyncio.gather(
        asyncio.to_thread(time.sleep, 0.04),
        loop.run_in_executor(None, time.sleep, 0.02),
    )
    with ThreadPoolExecutor(1) as pool:
        first = loop.run_in_executor(pool, time.sleep, 0.06)
        second = loop.run_in_executor(pool, time.sleep, 0.06)
        await asyncio.sleep(0.01)
        print(second.cancel())
        await first
        try:
            await loop.run_in_executor(pool, fail)
        except KeyError:
            print("failed")


asyncio.run(main())
