"""A price is asked for while a loop is running already."""

import asyncio


async def ask(what):
    await asyncio.sleep(0.1)
    return len(what)


async def price(what):
    return f"{what}: {await ask(what)}"


async def main():
    print(await price("tea"))


asyncio.run(main())


# Proof:
# Output:
#     tea: 3
