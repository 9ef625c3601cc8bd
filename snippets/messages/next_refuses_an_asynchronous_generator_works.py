"""anext gives the next item of an asynchronous generator."""

import asyncio


async def names():
    yield "news"


async def main():
    print(await anext(names()))


asyncio.run(main())


# Proof:
# Output:
#     news
