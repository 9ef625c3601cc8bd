"""Where a task's own sleep is over, one sleep(0) is not enough."""

import asyncio
import time


async def napper():
    await asyncio.sleep(0.1)
    print("napper awake")


async def main():
    task = asyncio.create_task(napper())
    await asyncio.sleep(0)
    time.sleep(0.2)
    print("the nap is over")
    for number in (1, 2, 3):
        await asyncio.sleep(0)
        print("after sleep(0) number", number)
    await task


asyncio.run(main())


# Proof:
# Output:
#     the nap is over
#     after sleep(0) number 1
#     after sleep(0) number 2
#     napper awake
#     after sleep(0) number 3
# Takes: 0.2 s
# Blocks: 0.2 s
# Breaks: it waits instead of blocking
#     -    time.sleep(0.2)
#     +    await asyncio.sleep(0.2)
# Breaks: it sleeps a little longer than zero
#     -        await asyncio.sleep(0)
#     -        print("after sleep(0) number", number)
#     +        await asyncio.sleep(0.01)
#     +        print("after sleep(0) number", number)
