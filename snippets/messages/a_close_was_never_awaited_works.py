"""Awaited, the close of an asynchronous generator closes it."""

import asyncio


async def names():
    yield "news"
    yield "mail"


async def main():
    source = names()
    print(await anext(source))
    await source.aclose()


asyncio.run(main())


# Proof:
# Output:
#     news
