"""An asynchronous generator may end with a bare return."""

import asyncio


async def names():
    yield "news"
    return


async def main():
    print([name async for name in names()])


asyncio.run(main())


# Proof:
# Output:
#     ['news']
