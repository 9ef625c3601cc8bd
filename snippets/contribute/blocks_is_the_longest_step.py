"""A call that does not await holds the loop for as long as it takes."""

import asyncio
import time


async def main():
    await asyncio.sleep(0.1)
    time.sleep(0.2)


asyncio.run(main())


# Proof:
# Blocks: 0.2 s
