"""A task that fails while asyncio.run cancels it is only logged."""

import asyncio


async def fetch():
    try:
        await asyncio.sleep(1)
    finally:
        raise OSError("the connection is gone")


async def main():
    asyncio.create_task(fetch())
    await asyncio.sleep(0)


asyncio.run(main())


# Proof:
# Stderr:
#     unhandled exception during asyncio.run() shutdown
#     task: <Task finished name='Task-2' coro=<fetch() done, defined at ...> exception=OSError('the connection is gone')>
#     Traceback (most recent call last):
#     ...
#     OSError: the connection is gone
