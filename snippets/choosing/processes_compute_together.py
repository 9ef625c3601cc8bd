"""Processes: computing goes on in others, and the loop is free."""

import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def parse(name):
    sum(range(2_000_000))
    return name, os.getpid()


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        parsed = await asyncio.gather(
            loop.run_in_executor(pool, parse, "news"),
            loop.run_in_executor(pool, parse, "mail"),
            loop.run_in_executor(pool, parse, "weather"),
        )
    print([name for name, _ in parsed])
    print("in this process:", os.getpid() in dict(parsed).values())


if __name__ == "__main__":
    asyncio.run(main())


# Proof:
# Output:
#     ['news', 'mail', 'weather']
#     in this process: False
# Breaks: threads compute in this process
#     -from concurrent.futures import ProcessPoolExecutor
#     +from concurrent.futures import ThreadPoolExecutor
#
#     -    with ProcessPoolExecutor(2, get_context("fork")) as pool:
#     +    with ThreadPoolExecutor(2) as pool:
