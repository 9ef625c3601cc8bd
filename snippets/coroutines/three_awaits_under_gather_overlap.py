"""Three coroutines under gather take as long as the longest."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.2)
    print("fetched", name)
    return name


async def main():
    await asyncio.gather(fetch("a"), fetch("b"), fetch("c"))


asyncio.run(main())


# Proof:
# Output:
#     fetched a
#     fetched b
#     fetched c
# Takes: 0.2 s
