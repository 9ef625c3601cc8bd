"""asyncio.wait takes a list of tasks, not a coroutine."""

import asyncio


async def main():
    await asyncio.wait(asyncio.sleep(0.1))


asyncio.run(main())


# Proof:
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'sleep' was never awaited
# Stderr [>=3.13]:
#     <sys>:0: RuntimeWarning: coroutine 'sleep' was never awaited
# Raises: TypeError: expect a list of futures, not coroutine
