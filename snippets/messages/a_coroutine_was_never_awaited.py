"""A coroutine that nobody awaits does nothing but warn."""

import asyncio


async def save(page):
    print("saved", page)


async def main():
    save("<news>")


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/a_coroutine_was_never_awaited.py:11: RuntimeWarning: coroutine 'save' was never awaited
#       save("<news>")
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
