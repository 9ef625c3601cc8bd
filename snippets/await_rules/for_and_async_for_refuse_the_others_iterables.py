"""for refuses an asynchronous iterable, async for a plain one."""

import asyncio
from typing import Any


async def count():
    yield 1


async def numbers():
    return [1, 2]


async def main():
    try:
        for number in count():
            print("never printed", number)
    except TypeError as error:
        print(error)

    coroutine: Any = numbers()
    things: list[Any] = [[1, 2], coroutine]
    for thing in things:
        try:
            async for number in thing:
                print("never printed", number)
        except TypeError as error:
            print(error)
    print("awaited first:", sum(await coroutine))


asyncio.run(main())


# Proof:
# Output:
#     'async_generator' object is not iterable
#     'async for' requires an object with __aiter__ method, got list
#     'async for' requires an object with __aiter__ method, got coroutine
#     awaited first: 3
# Breaks: for is async, as it has to be
#     -        for number in count():
#     +        async for number in count():
