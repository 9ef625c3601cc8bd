"""asyncio.run cannot be called while a loop is running."""

import asyncio


async def fetch():
    return "<news>"


def page():
    return asyncio.run(fetch())


async def main():
    print(page())


asyncio.run(main())


# Proof:
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.13]:
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Raises: RuntimeError: asyncio.run() cannot be called from a running event loop
