# /// script
# dependencies = ["aiohttp"]
# ///
"""A session of aiohttp that nobody closed is logged."""

import asyncio

import aiohttp


async def main():
    session = aiohttp.ClientSession()
    print("closed:", session.closed)


asyncio.run(main())


# Proof:
# Output:
#     closed: False
# Stderr:
#     Unclosed client session
#     client_session: <aiohttp.client.ClientSession object at ...>
