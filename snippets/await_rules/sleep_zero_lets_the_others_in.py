"""Awaiting asyncio.sleep(0) lets the other ready tasks have a turn."""

import asyncio


async def double(number):
    await asyncio.sleep(0)
    return number * 2


async def work(name):
    for number in (1, 2, 3):
        print(name, await double(number))


async def main():
    await asyncio.gather(work("a"), work("b"))


asyncio.run(main())


# Proof:
# Output:
#     a 2
#     b 2
#     a 4
#     b 4
#     a 6
#     b 6
