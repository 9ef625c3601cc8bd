"""A timeout in a callback is in no task, and fails."""

import asyncio


async def fetch():
    async with asyncio.timeout(1):
        print("fetching")


def callback(future):
    try:
        fetch().send(None)
    except RuntimeError as error:
        future.set_exception(error)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(callback, future)
    await future


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Timeout should be used inside a task
