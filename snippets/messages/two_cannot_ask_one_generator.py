"""Two tasks cannot ask one asynchronous generator at the same time."""

import asyncio


async def names():
    await asyncio.sleep(0.1)
    yield "news"
    yield "mail"


async def main():
    source = names()
    await asyncio.gather(anext(source), anext(source))


asyncio.run(main())


# Proof:
# Raises: RuntimeError: anext(): asynchronous generator is already running
