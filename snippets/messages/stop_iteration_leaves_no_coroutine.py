"""A coroutine that raises StopIteration raises RuntimeError instead."""

import asyncio


async def first(names):
    return next(iter(names))


async def main():
    print(await first([]))


asyncio.run(main())


# Proof:
# Raises: RuntimeError: coroutine raised StopIteration
