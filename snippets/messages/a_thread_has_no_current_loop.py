"""A thread has no current event loop of its own."""

import asyncio


async def fetch():
    return "<news>"


def work():
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(fetch())


async def main():
    print(await asyncio.to_thread(work))


asyncio.run(main())


# Proof:
# Raises: RuntimeError: There is no current event loop in thread 'asyncio_0'.
