"""async for does not await a coroutine first."""

import asyncio


async def names():
    return ["news", "mail"]


async def main():
    async for name in names():
        print(name)


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/async_for_refuses_a_coroutine.py:11: RuntimeWarning: coroutine 'names' was never awaited
#       async for name in names():
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: 'async for' requires an object with __aiter__ method, got coroutine
