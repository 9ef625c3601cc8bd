"""A task group raises an ExceptionGroup with what its tasks raised."""

import asyncio


async def fetch():
    raise OSError("no network")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch())


asyncio.run(main())


# Proof:
# Raises: ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
