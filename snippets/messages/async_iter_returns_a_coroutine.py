"""An __aiter__ that is async def returns a coroutine, and may not."""

import asyncio


class Names:
    async def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def main():
    async for name in Names():
        print(name)


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/async_iter_returns_a_coroutine.py:15: RuntimeWarning: coroutine 'Names.__aiter__' was never awaited
#       async for name in Names():
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: coroutine
