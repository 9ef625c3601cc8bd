"""yield is legal in async def: it makes an asynchronous generator."""

import asyncio
import inspect


async def count(start):
    for number in (start, start + 1):
        await asyncio.sleep(0.1)
        yield number


async def count_twice():
    async for number in count(1):
        yield number
    async for number in count(10):
        yield number


async def main():
    print("coroutine:", inspect.iscoroutinefunction(count))
    print("generator:", inspect.isasyncgenfunction(count))
    async for number in count_twice():
        print(number)


asyncio.run(main())


# Proof:
# Output:
#     coroutine: False
#     generator: True
#     1
#     2
#     10
#     11
# Takes: 0.4 s
# Breaks: the numbers are returned
#     -        yield number
#     -
#     -
#     -async def count_twice():
#     +        return number
#     +
#     +
#     +async def count_twice():
