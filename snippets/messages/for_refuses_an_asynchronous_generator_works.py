"""A comprehension with async for makes a list."""

import asyncio


async def names():
    yield "news"
    yield "mail"


async def main():
    print([name async for name in names()])


asyncio.run(main())


# Proof:
# Output:
#     ['news', 'mail']
