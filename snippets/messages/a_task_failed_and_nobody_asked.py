"""A task that failed, and that nobody asked, is logged when it goes."""

import asyncio


async def fetch():
    raise OSError("no network")


async def main():
    asyncio.create_task(fetch())
    await asyncio.sleep(0.1)
    print("main: done")


asyncio.run(main())


# Proof:
# Output:
#     main: done
# Stderr:
#     Task exception was never retrieved
#     future: <Task finished name='Task-2' coro=<fetch() done, defined at snippets/messages/a_task_failed_and_nobody_asked.py:6> exception=OSError('no network')>
#     Traceback (most recent call last):
#       File "snippets/messages/a_task_failed_and_nobody_asked.py", line 7, in fetch
#         raise OSError("no network")
#     OSError: no network
