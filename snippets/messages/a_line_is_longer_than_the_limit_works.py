"""A higher limit makes room for a long line."""

import asyncio


async def main():
    reader = asyncio.StreamReader(limit=1024)
    reader.feed_data(b"a long line\n")
    print(await reader.readline())


asyncio.run(main())


# Proof:
# Output:
#     b'a long line\n'
