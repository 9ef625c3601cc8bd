"""A coroutine has no items: its result has."""

import asyncio


async def fetch(name):
    return {"title": name}


async def main():
    print(fetch("news")["title"])


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/a_coroutine_is_not_subscriptable.py:11: RuntimeWarning: coroutine 'fetch' was never awaited
#       print(fetch("news")["title"])
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: 'coroutine' object is not subscriptable
