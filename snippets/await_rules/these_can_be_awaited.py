"""Coroutines, tasks, futures, objects with __await__ are awaitable."""

import asyncio


async def work():
    await asyncio.sleep(0.1)
    return "worked"


class Pause:
    """Awaiting it takes a while, and gives a word."""

    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return "paused"


async def main():
    print("coroutine:", await work())

    task = asyncio.create_task(work(), name="task")
    print("task:", await task)

    loop = asyncio.get_running_loop()
    future: asyncio.Future[str] = loop.create_future()
    loop.call_later(0.1, future.set_result, "set")
    print("future:", await future)

    print("object:", await Pause())


asyncio.run(main())


# Proof:
# Output:
#     coroutine: worked
#     task: worked
#     future: set
#     object: paused
# Takes: 0.4 s
# Steps: main 5, task 2
# Breaks: its __await__ returns no iterator
#     -        yield from asyncio.sleep(0.1).__await__()
#              return "paused"
# Breaks: the future is cancelled
#     -    loop.call_later(0.1, future.set_result, "set")
#     +    loop.call_later(0.1, future.cancel)
