"""A line that is longer than the limit of its stream raises."""

import asyncio


async def main():
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b"a long line\n")
    print(await reader.readline())


asyncio.run(main())


# Proof:
# Raises: ValueError: Separator is found, but chunk is longer than limit
