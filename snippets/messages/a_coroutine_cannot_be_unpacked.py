"""A coroutine cannot be unpacked: its result can."""

import asyncio


async def fetch():
    return 200, "<news>"


async def main():
    status, page = fetch()
    print(status, page)


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/a_coroutine_cannot_be_unpacked.py:11: RuntimeWarning: coroutine 'fetch' was never awaited
#       status, page = fetch()
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: cannot unpack non-iterable coroutine object
