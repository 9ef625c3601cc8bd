"""A task is done, has failed, or was cancelled."""

import asyncio


async def finish():
    await asyncio.sleep(0.1)


async def fail():
    await asyncio.sleep(0.2)
    raise ValueError("no good")


async def wait():
    await asyncio.sleep(10)


def end_of(task):
    if task.cancelled():
        return "cancelled"
    return "failed" if task.exception() else "done"


async def main():
    finisher = asyncio.create_task(finish(), name="finisher")
    failer = asyncio.create_task(fail(), name="failer")
    waiter = asyncio.create_task(wait(), name="waiter")
    await asyncio.sleep(0.3)
    waiter.cancel()
    tasks = [finisher, failer, waiter]
    await asyncio.wait(tasks)
    for task in tasks:
        print(task.get_name(), end_of(task))


asyncio.run(main())


# Proof:
# Output:
#     finisher done
#     failer failed
#     waiter cancelled
# Takes: 0.3 s
# Breaks: nobody cancels the waiter
#     -    waiter.cancel()
#     -    tasks = [finisher, failer, waiter]
#     -    await asyncio.wait(tasks)
#     +    tasks = [finisher, failer, waiter]
#     +    await asyncio.wait(tasks, timeout=0)
# Breaks: it catches what was raised
#          await asyncio.sleep(0.2)
#     -    raise ValueError("no good")
#     +    return ValueError("no good")
