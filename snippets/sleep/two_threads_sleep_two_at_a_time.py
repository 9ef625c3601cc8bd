"""A pool of two threads sleeps two at a time; the others wait."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def nap():
    time.sleep(0.2)
    return threading.get_ident()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    naps = (asyncio.to_thread(nap) for _ in range(6))
    threads = await asyncio.gather(*naps)
    print(len(threads), "naps in", len(set(threads)), "threads")


asyncio.run(main())


# Proof:
# Output:
#     6 naps in 2 threads
# Takes: 0.6 s ± 0.15 s
# Blocks: 0.0 s ± 0.1 s
# Breaks: three at a time
#     -    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
#     +    loop.set_default_executor(ThreadPoolExecutor(max_workers=3))
