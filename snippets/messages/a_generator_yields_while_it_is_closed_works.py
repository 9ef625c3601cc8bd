"""The finally of a generator cleans up and yields nothing."""

import asyncio


async def names():
    try:
        yield "news"
    finally:
        await asyncio.sleep(0.1)
        print("cleaned up")


async def main():
    source = names()
    print(await anext(source))
    await source.aclose()


asyncio.run(main())


# Proof:
# Output:
#     news
#     cleaned up
