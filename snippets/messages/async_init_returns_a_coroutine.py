"""A class whose __init__ is async def cannot be called."""

import asyncio


class Client:
    async def __init__(self):
        await asyncio.sleep(0.1)


async def main():
    Client()


asyncio.run(main())


# Proof:
# Stderr:
#     snippets/messages/async_init_returns_a_coroutine.py:12: RuntimeWarning: coroutine 'Client.__init__' was never awaited
#       Client()
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# Raises: TypeError: __init__() should return None, not 'coroutine'
