"""A pool of threads takes calls until its block ends."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        await loop.run_in_executor(pool, time.sleep, 0.1)
        await loop.run_in_executor(pool, time.sleep, 0.1)
    print("slept twice")


asyncio.run(main())


# Proof:
# Output:
#     slept twice
