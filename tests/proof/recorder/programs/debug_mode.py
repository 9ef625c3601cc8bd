"""A slow step and a slow callback in debug mode."""

import asyncio
import logging
import time


async def slow() -> None:
    time.sleep(0.11)
    await asyncio.sleep(0.01)


async def main() -> None:
    asyncio.get_running_loop().call_soon(time.sleep, 0.11)
    await asyncio.create_task(slow())


logging.basicConfig(level=logging.DEBUG)
asyncio.run(main(), debug=True)
