"""An except* takes exceptions out of their group."""

import asyncio


async def fetch():
    raise OSError("no network")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch())
    except* OSError as group:
        print("failed:", *group.exceptions)


asyncio.run(main())


# Proof:
# Output:
#     failed: no network
