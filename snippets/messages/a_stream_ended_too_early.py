"""readexactly raises where a stream ends before all bytes are there."""

import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"abc")
    reader.feed_eof()
    print(await reader.readexactly(4))


asyncio.run(main())


# Proof:
# Raises: asyncio.exceptions.IncompleteReadError: 3 bytes read on a total of 4 expected bytes
