"""Six waits take three times as long where two at a time may wait."""

import asyncio


async def ask(name, places):
    async with places:
        await asyncio.sleep(0.2)
    print(name, "has its answer")


async def main():
    places = asyncio.Semaphore(2)
    await asyncio.gather(*(ask(name, places) for name in "abcdef"))


asyncio.run(main())


# Proof:
# Output:
#     a has its answer
#     b has its answer
#     c has its answer
#     d has its answer
#     e has its answer
#     f has its answer
# Takes: 0.6 s ± 0.15 s
