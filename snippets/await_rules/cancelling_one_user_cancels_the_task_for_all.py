"""Cancelling one of two who await a task cancels it for both."""

import asyncio


async def fetch():
    await asyncio.sleep(0.3)
    return "result"


async def use(name, task):
    try:
        print(f"{name}:", await task)
    except asyncio.CancelledError:
        print(f"{name}: cancelled")
        raise


async def main():
    task = asyncio.create_task(fetch(), name="task")
    first = asyncio.create_task(use("first", task), name="first")
    second = asyncio.create_task(use("second", task), name="second")
    await asyncio.sleep(0.1)
    print("main: cancels first")
    first.cancel()
    await asyncio.wait([first, second])
    print("main: task cancelled?", task.cancelled())
    for user in (first, second):
        asked = "was asked" if user.cancelling() else "was not asked"
        print("main:", user.get_name(), asked)


asyncio.run(main())


# Proof:
# Output:
#     main: cancels first
#     first: cancelled
#     second: cancelled
#     main: task cancelled? True
#     main: first was asked
#     main: second was not asked
# Takes: 0.1 s
# Breaks: the task is shielded from its users
#     -        print(f"{name}:", await task)
#     +        print(f"{name}:", await asyncio.shield(task))
# Breaks: the task itself is cancelled
#     -    first.cancel()
#     +    task.cancel()
# Breaks: both users are cancelled
#          first.cancel()
#     +    second.cancel()
