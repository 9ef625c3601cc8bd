"""async for belongs in async def."""

import asyncio


async def names():
    yield "news"


async def main():
    async for name in names():
        print(name)


asyncio.run(main())


# Proof:
# Output:
#     news
