"""A list that a coroutine returns is awaited, then looped over."""

import asyncio


async def names():
    return ["news", "mail"]


async def main():
    for name in await names():
        print(name)


asyncio.run(main())


# Proof:
# Output:
#     news
#     mail
