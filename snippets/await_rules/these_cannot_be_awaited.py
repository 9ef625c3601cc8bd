"""Awaiting a number, a list or a function is a TypeError."""

import asyncio
from typing import Any


async def work():
    """Do nothing, but as a coroutine would."""


async def count():
    yield 1


async def main():
    things: list[Any] = [1, None, [work()], work, count()]
    for thing in things:
        try:
            await thing
        except TypeError as error:
            print(error)
    things[2][0].close()


asyncio.run(main())


# Proof:
# Output [<3.14]:
#     object int can't be used in 'await' expression
#     object NoneType can't be used in 'await' expression
#     object list can't be used in 'await' expression
#     object function can't be used in 'await' expression
#     object async_generator can't be used in 'await' expression
# Output [>=3.14]:
#     'int' object can't be awaited
#     'NoneType' object can't be awaited
#     'list' object can't be awaited
#     'function' object can't be awaited
#     'async_generator' object can't be awaited
# Breaks: the function is called
#     -    things: list[Any] = [1, None, [work()], work, count()]
#     +    things: list[Any] = [1, None, [work()], work(), count()]
# Breaks: the generator is asked for an item
#     -    things: list[Any] = [1, None, [work()], work, count()]
#     +    things: list[Any] = [1, None, [work()], work, anext(count())]
