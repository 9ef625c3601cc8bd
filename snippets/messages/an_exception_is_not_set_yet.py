"""A task that still runs has no exception."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)


async def main():
    task = asyncio.create_task(fetch())
    print(task.exception())


asyncio.run(main())


# Proof:
# Raises: asyncio.exceptions.InvalidStateError: Exception is not set.
