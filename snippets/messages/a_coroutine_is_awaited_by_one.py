"""A coroutine that one task awaits cannot be awaited by another."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    return "<news>"


async def show(coroutine):
    print(await coroutine)


async def main():
    coroutine = fetch()
    await asyncio.gather(show(coroutine), show(coroutine))


asyncio.run(main())


# Proof:
# Raises: RuntimeError: coroutine is being awaited already
