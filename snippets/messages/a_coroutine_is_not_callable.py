"""A thread calls its target, and a coroutine cannot be called."""

import asyncio


async def fetch(name):
    print(f"<{name}>")


async def main():
    await asyncio.to_thread(fetch("news"))


asyncio.run(main())


# Proof:
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.13]:
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Raises: TypeError: 'coroutine' object is not callable
