# /// script
# dependencies = ["aiohttp"]
# ///
"""async with closes a session of aiohttp."""

import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        print("closed:", session.closed)
    print("closed:", session.closed)


asyncio.run(main())


# Proof:
# Output:
#     closed: False
#     closed: True
