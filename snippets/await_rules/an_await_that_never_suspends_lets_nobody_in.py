"""An await that never suspends lets no other task have a turn."""

import asyncio


async def double(number):
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
#     a 4
#     a 6
#     b 2
#     b 4
#     b 6
