"""A task that is ready still waits until the loop is free."""

import asyncio
import time


async def block():
    time.sleep(0.2)


async def greet():
    print("my turn at last")


async def main():
    first = asyncio.create_task(block(), name="first")
    second = asyncio.create_task(greet(), name="second")
    await first
    await second


asyncio.run(main())


# Proof:
# Output:
#     my turn at last
# Takes: 0.2 s
# Blocks: 0.2 s
# Breaks: it waits instead of blocking
#     -    time.sleep(0.2)
#     +    await asyncio.sleep(0.2)
