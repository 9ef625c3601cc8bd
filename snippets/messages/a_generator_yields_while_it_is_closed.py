"""An asynchronous generator that yields while it is closed raises."""

import asyncio


async def names():
    try:
        yield "news"
    finally:
        yield "mail"


async def main():
    source = names()
    print(await anext(source))
    await source.aclose()


asyncio.run(main())


# Proof:
# Output:
#     news
# Stderr:
#     an error occurred during closing of asynchronous generator <async_generator object names at ...>
#     ...
# Raises: RuntimeError: async generator ignored GeneratorExit
