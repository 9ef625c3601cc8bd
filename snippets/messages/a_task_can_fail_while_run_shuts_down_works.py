"""A task that is cancelled and awaited fails where it is awaited."""

import asyncio


async def fetch():
    try:
        await asyncio.sleep(1)
    finally:
        raise OSError("the connection is gone")


async def main():
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except OSError as error:
        print(error)


asyncio.run(main())


# Proof:
# Output:
#     the connection is gone
