"""A task can be awaited by many at once, and again after its end."""

import asyncio


async def fetch():
    print("fetch: running")
    await asyncio.sleep(0.3)
    return "result"


async def use(name, task):
    print(f"{name}:", await task)


async def main():
    task = asyncio.create_task(fetch(), name="task")
    await asyncio.gather(use("first", task), use("second", task))
    print("main: fetch has ended")
    await use("late", task)


asyncio.run(main())


# Proof:
# Output:
#     fetch: running
#     first: result
#     second: result
#     main: fetch has ended
#     late: result
# Takes: 0.3 s
# Waits together: task, use 1, use 2
# Breaks: a coroutine is awaited instead
#     -    task = asyncio.create_task(fetch(), name="task")
#     +    task = fetch()
# Breaks: the late one is not late
#     -    await asyncio.gather(use("first", task), use("second", task))
#     -    print("main: fetch has ended")
#     -    await use("late", task)
#     +    await asyncio.gather(
#     +        use("first", task), use("second", task), use("late", task)
#     +    )
#     +    print("main: fetch has ended")
