"""Every kind of comprehension can contain async for, and await."""

import asyncio
import inspect


async def numbers():
    for number in (1, 2, 3):
        await asyncio.sleep(0)
        yield number


async def square(number):
    await asyncio.sleep(0)
    return number * number


async def main():
    print([n async for n in numbers()])
    print({n % 2 async for n in numbers()})
    print({n: -n async for n in numbers() if n > 1})
    print([await square(n) for n in (1, 2, 3)])
    print([await square(n) async for n in numbers()])

    lazy = (n async for n in numbers())
    print("lazy:", inspect.isasyncgen(lazy))
    print([n async for n in lazy])


asyncio.run(main())


# Proof:
# Output:
#     [1, 2, 3]
#     {0, 1}
#     {2: -2, 3: -3}
#     [1, 4, 9]
#     [1, 4, 9]
#     lazy: True
#     [1, 2, 3]
# Breaks: square is not awaited
#     -    print([await square(n) for n in (1, 2, 3)])
#     +    print([square(n) for n in (1, 2, 3)])
# Breaks: the lazy one is a list
#     -    lazy = (n async for n in numbers())
#     +    lazy = [n async for n in numbers()]
