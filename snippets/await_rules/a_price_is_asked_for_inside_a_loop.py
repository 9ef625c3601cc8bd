# /// script
# [tool.proof]
# xfail = true
# ///
"""A price is asked for while a loop is running already."""

import asyncio


async def ask(what):
    await asyncio.sleep(0.1)
    return len(what)


def price(what):
    return f"{what}: {asyncio.run(ask(what))}"


async def main():
    print(price("tea"))


asyncio.run(main())


# Proof:
# Output:
#     tea: 3
