"""Awaiting a function that was not called is a TypeError."""

import asyncio


async def greet():
    return "hello"


async def main():
    print(await greet())
    await greet  # type: ignore[misc]


asyncio.run(main())


# Proof:
# Output:
#     hello
# Raises [<3.14]: TypeError: object function can't be used in 'await' expression
# Raises [>=3.14]: TypeError: 'function' object can't be awaited
# Breaks: the function is called
#     -    await greet  # type: ignore[misc]
#     +    await greet()
