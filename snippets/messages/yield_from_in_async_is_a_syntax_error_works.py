"""A loop hands on what another asynchronous generator yields."""

import asyncio


async def names():
    yield "news"


async def all_names():
    async for name in names():
        yield name
    yield "mail"


async def main():
    print([name async for name in all_names()])


asyncio.run(main())


# Proof:
# Output:
#     ['news', 'mail']
