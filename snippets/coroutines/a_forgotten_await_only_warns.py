"""A forgotten await only warns: nothing runs, nothing is raised."""

import asyncio


async def save():
    print("saved")


async def main():
    save()
    print("main: goes on")


asyncio.run(main())


# Proof:
# Output:
#     main: goes on
# Stderr:
#     ...a_forgotten_await_only_warns.py:11: RuntimeWarning: coroutine 'save' was never awaited
#       save()
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
