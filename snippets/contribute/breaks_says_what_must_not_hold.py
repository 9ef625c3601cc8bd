"""A claim is worth something if another program would miss it."""

import asyncio


async def nap():
    await asyncio.sleep(0.2)


async def main():
    await asyncio.gather(nap(), nap())


asyncio.run(main())


# Proof:
# Takes: 0.2 s
# Breaks: one nap comes after the other
#     -    await asyncio.gather(nap(), nap())
#     +    await nap()
#     +    await nap()
