"""One task reads a stream, and hands on what it reads."""

import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"ab")
    print(await reader.read(1), await reader.read(1))


asyncio.run(main())


# Proof:
# Output:
#     b'a' b'b'
