"""A coroutine cannot be added to a number: its result can."""

import asyncio


async def size(name):
    return len(name)


async def main():
    print(size("news") + 1)


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/a_coroutine_cannot_be_added.py:11: RuntimeWarning: coroutine 'size' was never awaited
#       print(size("news") + 1)
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: unsupported operand type(s) for +: 'coroutine' and 'int'
