"""Who waits for a generator is cancelled before it is closed."""

import asyncio


async def names():
    await asyncio.sleep(0.2)
    yield "news"


async def main():
    source = names()
    task = asyncio.ensure_future(anext(source))
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    await source.aclose()
    print("closed")


asyncio.run(main())


# Proof:
# Output:
#     closed
