"""run_coroutine_threadsafe requires a coroutine, not its function."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(ask_for_it, loop)


def ask_for_it(loop):
    future = asyncio.run_coroutine_threadsafe(fetch, loop)
    print(future.result())


asyncio.run(main())


# Proof:
# Raises: TypeError: A coroutine object is required
