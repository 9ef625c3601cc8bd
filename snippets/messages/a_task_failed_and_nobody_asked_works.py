"""Who awaits a task gets its exception."""

import asyncio


async def fetch():
    raise OSError("no network")


async def main():
    task = asyncio.create_task(fetch())
    try:
        await task
    except OSError as error:
        print("failed:", error)


asyncio.run(main())


# Proof:
# Output:
#     failed: no network
