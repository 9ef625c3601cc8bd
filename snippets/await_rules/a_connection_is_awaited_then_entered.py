"""async with refuses the coroutine that would give a connection."""

import asyncio
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def connection():
    print("open")
    yield
    print("closed")


async def connect():
    await asyncio.sleep(0.1)
    return connection()


async def main():
    coroutine: Any = connect()
    try:
        async with coroutine:
            print("never printed")
    except TypeError as error:
        print(error)

    async with await coroutine:
        print("in the block")


asyncio.run(main())


# Proof:
# Output [<3.14]:
#     'coroutine' object does not support the asynchronous context manager protocol
#     open
#     in the block
#     closed
# Output [>=3.14]:
#     'coroutine' object does not support the asynchronous context manager protocol (missed __aexit__ method)
#     open
#     in the block
#     closed
# Breaks: the coroutine is awaited first
#     -        async with coroutine:
#     +        async with await coroutine:
