"""Three awaits in a row take as long as all three added up."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.2)
    print("fetched", name)
    return name


async def main():
    await fetch("a")
    await fetch("b")
    await fetch("c")


asyncio.run(main())


# Proof:
# Output:
#     fetched a
#     fetched b
#     fetched c
# Takes: 0.6 s
