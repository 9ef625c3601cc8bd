"""An asynchronous generator needs async for."""

import asyncio


async def names():
    yield "news"
    yield "mail"


async def main():
    print(list(names()))


asyncio.run(main())


# Proof:
# Raises: TypeError: 'async_generator' object is not iterable
