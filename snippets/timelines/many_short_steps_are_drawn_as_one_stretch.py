"""Two hundred steps in a fraction of a second are drawn together."""

import asyncio


async def tick():
    for _ in range(199):
        await asyncio.sleep(0.001)
    print("200 steps")


async def main():
    await asyncio.create_task(tick(), name="ticker")


asyncio.run(main())


# Proof:
# Output:
#     200 steps
# Steps: main 2, ticker 200
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#     -        await asyncio.sleep(0.001)
#     +        time.sleep(0.001)
