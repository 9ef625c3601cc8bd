"""return ends an asynchronous generator."""

import asyncio


async def first(names):
    for name in names:
        yield name
        return


async def main():
    async for name in first([]):
        print(name)
    print("none")


asyncio.run(main())


# Proof:
# Output:
#     none
