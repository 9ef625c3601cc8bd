"""Calling the function makes the awaitables that gather requires."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    print(await asyncio.gather(fetch(), fetch()))


asyncio.run(main())


# Proof:
# Output:
#     ['<news>', '<news>']
