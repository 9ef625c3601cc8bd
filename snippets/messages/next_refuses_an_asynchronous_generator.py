"""next refuses an asynchronous generator."""

import asyncio


async def names():
    yield "news"


async def main():
    print(await next(names()))


asyncio.run(main())


# Proof:
# Raises: TypeError: 'async_generator' object is not an iterator
