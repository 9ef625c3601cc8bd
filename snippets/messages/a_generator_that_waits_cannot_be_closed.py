"""An asynchronous generator that waits cannot be closed."""

import asyncio


async def names():
    await asyncio.sleep(0.2)
    yield "news"


async def main():
    source = names()
    task = asyncio.ensure_future(anext(source))
    await asyncio.sleep(0.1)
    try:
        await source.aclose()
    finally:
        await task


asyncio.run(main())


# Proof:
# Raises: RuntimeError: aclose(): asynchronous generator is already running
