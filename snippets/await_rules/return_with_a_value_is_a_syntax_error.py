# /// script
# requires-python = ">=3.11,<3.16"
# ///
"""An asynchronous generator must not return a value: a SyntaxError."""

import asyncio


async def count():
    yield 1
    yield 2
    return 2


async def main():
    async for number in count():
        print(number)


asyncio.run(main())


# Proof:
# Raises: SyntaxError: 'return' with value in async generator
# Breaks: it returns without a value
#     -    return 2
#     +    return
