"""next with a default raises no StopIteration."""

import asyncio


async def first(names):
    return next(iter(names), "none")


async def main():
    print(await first([]))


asyncio.run(main())


# Proof:
# Output:
#     none
