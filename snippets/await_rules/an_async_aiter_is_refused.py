"""__aiter__ may not be async def: async for does not await it."""

import asyncio
from typing import Any


class Rows:
    """Would like to open its file first."""

    async def __aiter__(self):
        await asyncio.sleep(0.1)
        yield "row"


class Late:
    """Would like to wait before the first item."""

    async def __aiter__(self):
        await asyncio.sleep(0.1)
        return aiter(Rows())


async def main():
    print([row async for row in Rows()])
    late: Any = Late()
    async for row in late:
        print("never printed", row)


asyncio.run(main())


# Proof:
# Output:
#     ['row']
# Stderr:
#     snippets/await_rules/an_async_aiter_is_refused.py:26: RuntimeWarning: coroutine 'Late.__aiter__' was never awaited
#       async for row in late:
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: coroutine
# Breaks: it waits before it is iterated over
#     -    async for row in late:
#     +    async for row in await late.__aiter__():
