"""An asynchronous generator that raises StopIteration raises RuntimeError."""

import asyncio


async def first(names):
    yield next(iter(names))


async def main():
    async for name in first([]):
        print(name)


asyncio.run(main())


# Proof:
# Raises: RuntimeError: async generator raised StopIteration
