"""A task that still runs has no result."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    return "<news>"


async def main():
    task = asyncio.create_task(fetch())
    print(task.result())


asyncio.run(main())


# Proof:
# Raises: asyncio.exceptions.InvalidStateError: Result is not set.
