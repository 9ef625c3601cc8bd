"""run_coroutine_threadsafe runs the coroutine that a call made."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(ask_for_it, loop)


def ask_for_it(loop):
    future = asyncio.run_coroutine_threadsafe(fetch(), loop)
    print(future.result())


asyncio.run(main())


# Proof:
# Output:
#     <news>
