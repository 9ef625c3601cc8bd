"""Two counters take turns, and nobody sleeps."""

import asyncio


async def count(name):
    for number in (1, 2, 3):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(count("a"), count("b"))


asyncio.run(main())


# Proof:
# Output:
#     a 1
#     b 1
#     a 2
#     b 2
#     a 3
#     b 3
# Takes: 0.0 s ± 0.2 s
