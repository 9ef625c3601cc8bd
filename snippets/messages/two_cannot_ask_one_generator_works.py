"""One asks an asynchronous generator for one item after another."""

import asyncio


async def names():
    await asyncio.sleep(0.1)
    yield "news"
    yield "mail"


async def main():
    source = names()
    print(await anext(source), await anext(source))
    await source.aclose()


asyncio.run(main())


# Proof:
# Output:
#     news mail
