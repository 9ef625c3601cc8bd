"""A call is made in another process."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


async def main() -> None:
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        print(await loop.run_in_executor(pool, abs, -3))


if __name__ == "__main__":
    asyncio.run(main())
