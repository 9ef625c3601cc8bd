"""A task that is awaited where it is created gains nothing."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.2)
    print("fetched", name)
    return name


async def main():
    await asyncio.create_task(fetch("a"))
    await asyncio.create_task(fetch("b"))
    await asyncio.create_task(fetch("c"))


asyncio.run(main())


# Proof:
# Output:
#     fetched a
#     fetched b
#     fetched c
# Takes: 0.6 s
