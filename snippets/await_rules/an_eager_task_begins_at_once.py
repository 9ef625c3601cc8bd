"""An eager task begins in create_task, before that returns."""

import asyncio
from typing import Any


async def noop():
    """Return without ever suspending."""


async def work(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "ends")


async def main():
    lazy = asyncio.create_task(work("lazy"))
    print("main: made lazy")
    await lazy

    library: Any = asyncio
    loop = asyncio.get_running_loop()
    try:
        factory = library.eager_task_factory
    except AttributeError as error:
        print(error)
        return
    loop.set_task_factory(factory)
    eager = asyncio.create_task(work("eager"))
    print("main: made eager")
    await eager
    print("noop is done:", asyncio.create_task(noop()).done())


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     main: made lazy
#     lazy begins
#     lazy ends
#     module 'asyncio' has no attribute 'eager_task_factory'
# Output [>=3.12]:
#     main: made lazy
#     lazy begins
#     lazy ends
#     eager begins
#     main: made eager
#     eager ends
#     noop is done: True
# Breaks [>=3.12]: no factory is set
#     -    loop.set_task_factory(factory)
