"""A task whose time has come waits until the loop is free."""

import asyncio
import time


async def nap():
    await asyncio.sleep(0.1)
    print("awake")


async def block():
    time.sleep(0.4)
    print("the loop is free")


async def main():
    sleeper = asyncio.create_task(nap(), name="sleeper")
    blocker = asyncio.create_task(block(), name="blocker")
    await sleeper
    await blocker


asyncio.run(main())


# Proof:
# Output:
#     the loop is free
#     awake
# Takes: 0.4 s
# Blocks: 0.4 s
# Breaks: it waits instead of blocking
#     -    time.sleep(0.4)
#     +    await asyncio.sleep(0.4)
