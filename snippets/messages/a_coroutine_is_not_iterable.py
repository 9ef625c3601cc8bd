"""A coroutine cannot be iterated over: its result can."""

import asyncio


async def names():
    return ["news", "mail"]


async def main():
    for name in names():
        print(name)


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/a_coroutine_is_not_iterable.py:11: RuntimeWarning: coroutine 'names' was never awaited
#       for name in names():
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: 'coroutine' object is not iterable
