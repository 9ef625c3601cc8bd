"""An __await__ that is async def returns a coroutine, and may not."""

import asyncio


class Page:
    async def __await__(self):
        await asyncio.sleep(0.1)
        return "<news>"


async def main():
    print(await Page())


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/async_dunder_await_returns_a_coroutine.py:13: RuntimeWarning: coroutine 'Page.__await__' was never awaited
#       print(await Page())
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises [<3.15]: TypeError: __await__() returned a coroutine
# Raises [>=3.15]: TypeError: Page.__await__() must return an iterator, not coroutine
