"""Awaiting a coroutine that has ended is a RuntimeError."""

import asyncio


async def fetch():
    await asyncio.sleep(0.2)
    return "result"


async def main():
    coroutine = fetch()
    print("first:", await coroutine)
    print("second:", await coroutine)


asyncio.run(main())


# Proof:
# Output:
#     first: result
# Raises: RuntimeError: cannot reuse already awaited coroutine
# Takes: 0.2 s
# Breaks: the function is called again
#     -    print("second:", await coroutine)
#     +    print("second:", await fetch())
# Breaks: a task is awaited instead
#     -    coroutine = fetch()
#     +    coroutine = asyncio.create_task(fetch())
