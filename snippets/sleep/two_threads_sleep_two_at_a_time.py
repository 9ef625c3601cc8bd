"""A pool of two threads sleeps two at a time; the others wait."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def hello(name):
    await asyncio.to_thread(time.sleep, 0.2)
    print("Hello", name)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    await asyncio.gather(*(hello(name) for name in "abcdef"))


asyncio.run(main())


# Proof:
# Unordered output:
#     Hello a
#     Hello b
#     Hello c
#     Hello d
#     Hello e
#     Hello f
# Takes: 0.6 s ± 0.15 s
# Blocks: 0.0 s
