"""A pool of threads that was shut down takes no call."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        await loop.run_in_executor(pool, time.sleep, 0.1)
    await loop.run_in_executor(pool, time.sleep, 0.1)


asyncio.run(main())


# Proof:
# Raises: RuntimeError: cannot schedule new futures after shutdown
