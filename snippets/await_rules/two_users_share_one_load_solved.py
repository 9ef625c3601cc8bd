"""Two users wait for one load."""

import asyncio


async def load():
    print("loading")
    await asyncio.sleep(0.2)
    return "settings"


async def use(name, loaded):
    print(name, "has", await loaded)


async def main():
    loaded = asyncio.create_task(load())
    await asyncio.gather(use("a", loaded), use("b", loaded))


asyncio.run(main())


# Proof:
# Output:
#     loading
#     a has settings
#     b has settings
# Takes: 0.2 s ± 0.15 s
