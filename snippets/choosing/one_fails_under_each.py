"""When one of three fails, each way treats the others differently."""

import asyncio


def fetches(there):
    async def fetch(name, seconds):
        await asyncio.sleep(seconds)
        if name == "mail":
            raise OSError(name)
        there.append(name)

    return fetch("news", 0.1), fetch("mail", 0.2), fetch("weather", 0.3)


async def awaits(*fetches):
    for one in fetches:
        await one


async def create_task(*fetches):
    for task in [asyncio.create_task(one) for one in fetches]:
        await task


async def task_group(*fetches):
    async with asyncio.TaskGroup() as group:
        for one in fetches:
            group.create_task(one)


async def as_completed(*fetches):
    for one in asyncio.as_completed(fetches):
        await one


async def wait(*fetches):
    await asyncio.wait([asyncio.create_task(one) for one in fetches])


async def report(way):
    three = fetches(there := [])
    results = await asyncio.gather(way(*three), return_exceptions=True)
    error = results[0]
    raised = type(error).__name__ if error else "nothing"
    then = " ".join(there)
    await asyncio.sleep(0.2)
    later = " ".join(there)
    print(f"{way.__name__:<14}{raised:<16}{then:<14}{later}")
    for one in three:
        one.close()


async def main():
    ways = awaits, create_task, asyncio.gather, task_group
    for way in *ways, as_completed, wait:
        await report(way)


asyncio.run(main())


# Proof:
# Output:
#     awaits        OSError         news          news
#     create_task   OSError         news          news weather
#     gather        OSError         news          news weather
#     task_group    ExceptionGroup  news          news
#     as_completed  OSError         news          news weather
#     wait          nothing         news weather  news weather
# Stderr:
#     Task exception was never retrieved
#     future: <Task finished name='Task-20' coro=<fetches.<locals>.fetch() done, defined at snippets/choosing/one_fails_under_each.py:7> exception=OSError('mail')>
#     Traceback (most recent call last):
#       File "snippets/choosing/one_fails_under_each.py", line 10, in fetch
#         raise OSError(name)
#     OSError: mail
# Breaks: none fails
#     -            raise OSError(name)
#     +            return
