"""A StopIteration in an asynchronous generator becomes RuntimeError."""

import asyncio


async def first(names):
    yield next(iter(names))


async def main():
    async for name in first([]):
        print(name)


asyncio.run(main())


# Proof:
# Raises: RuntimeError: async generator raised StopIteration
