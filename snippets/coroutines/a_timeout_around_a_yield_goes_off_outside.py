"""A timeout around a yield cancels whoever uses the generator."""

import asyncio
from contextlib import aclosing


async def rows():
    async with asyncio.timeout(0.2):
        yield 1
        yield 2


async def main():
    try:
        async with aclosing(rows()) as some:
            async for row in some:
                print("main: uses row", row)
                await asyncio.sleep(0.3)
    except asyncio.CancelledError:
        print("main: cancelled, and nobody asked for it")


asyncio.run(main())


# Proof:
# Output:
#     main: uses row 1
#     main: cancelled, and nobody asked for it
# Takes: 0.2 s
# Breaks: the row is used in time
#     -                await asyncio.sleep(0.3)
#     +                await asyncio.sleep(0.05)
