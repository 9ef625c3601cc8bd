# /// script
# requires-python = ">=3.11,<3.16"
# ///
"""yield from in async def is a SyntaxError."""

import asyncio


async def count():
    yield 1
    yield 2


async def count_twice():
    yield from count()
    yield from count()


async def main():
    async for number in count_twice():
        print(number)


asyncio.run(main())


# Proof:
# Raises: SyntaxError: 'yield from' inside async function
# Breaks: a loop yields one by one
#     -    yield from count()
#     -    yield from count()
#     +    for _ in range(2):
#     +        async for number in count():
#     +            yield number
