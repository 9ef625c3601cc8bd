"""async with needs the session, not the coroutine that makes it."""

import asyncio


async def connect():
    return asyncio.Lock()


async def main():
    async with connect():
        print("connected")


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/async_with_refuses_a_coroutine.py:11: RuntimeWarning: coroutine 'connect' was never awaited
#       async with connect():
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises [<3.14]: TypeError: 'coroutine' object does not support the asynchronous context manager protocol
# Raises [>=3.14]: TypeError: 'coroutine' object does not support the asynchronous context manager protocol (missed __aexit__ method)
