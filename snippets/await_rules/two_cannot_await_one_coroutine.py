"""Two tasks cannot await one coroutine at once: a RuntimeError."""

import asyncio


async def fetch():
    await asyncio.sleep(0.3)
    return "result"


async def use(coroutine):
    print("result:", await coroutine)


async def main():
    coroutine = fetch()
    first = asyncio.create_task(use(coroutine), name="first")
    second = asyncio.create_task(use(coroutine), name="second")
    await first
    await second


asyncio.run(main())


# Proof:
# Output:
#     result: result
# Raises: RuntimeError: coroutine is being awaited already
# Takes: 0.3 s
# Breaks: both await a task
#     -    coroutine = fetch()
#     +    coroutine = asyncio.create_task(fetch())
# Breaks: the second comes after the first
#     -    second = asyncio.create_task(use(coroutine), name="second")
#          await first
#     -    await second
#     +    await use(coroutine)
