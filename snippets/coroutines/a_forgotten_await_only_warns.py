"""A forgotten await only warns: nothing runs, nothing is raised."""

import asyncio


async def save() -> None:
    """Say that the work is done."""
    print("saved")


async def main() -> None:
    """Call save and forget to await it."""
    save()  # type: ignore[unused-coroutine]
    print("main: goes on")


asyncio.run(main())


# Proof:
# Output:
#     main: goes on
# Stderr:
#     ...a_forgotten_await_only_warns.py:13: RuntimeWarning: coroutine 'save' was never awaited
#       save()  # type: ignore[unused-coroutine]
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
