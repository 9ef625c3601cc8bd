"""A coroutine does not have the attributes of its result."""

import asyncio


async def fetch(name):
    return f"<{name}>"


async def main():
    page = fetch("news")
    print(page.upper())


asyncio.run(main())


# Proof:
# Stderr [<3.13]:
#     sys:1: RuntimeWarning: coroutine 'fetch' was never awaited
# Stderr [>=3.13]:
#     <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
# Raises: AttributeError: 'coroutine' object has no attribute 'upper'
