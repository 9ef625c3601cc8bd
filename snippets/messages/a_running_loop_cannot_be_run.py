"""A loop that is running cannot be run once more."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    loop = asyncio.get_running_loop()
    print(loop.run_until_complete(fetch()))


asyncio.run(main())


# Proof:
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.13]:
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Raises: RuntimeError: This event loop is already running
