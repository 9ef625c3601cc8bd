"""A queue lets others run only if it is empty, full or unfinished."""

import asyncio

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    await awaitable
    print(f"{what:<12}  {state:<18}  {turns - before}")


async def main():
    tick()
    soon = asyncio.get_running_loop().call_soon
    queue = asyncio.Queue(1)
    await count("Queue.put()", "room left", queue.put("news"))
    soon(queue.get_nowait)
    await count("Queue.put()", "full", queue.put("mail"))
    await count("Queue.get()", "not empty", queue.get())
    soon(queue.put_nowait, "weather")
    await count("Queue.get()", "empty", queue.get())
    for _ in range(2):
        queue.task_done()
    soon(queue.task_done)
    await count("Queue.join()", "one unfinished", queue.join())
    await count("Queue.join()", "nothing unfinished", queue.join())


asyncio.run(main())


# Proof:
# Output:
#     Queue.put()   room left           0
#     Queue.put()   full                2
#     Queue.get()   not empty           0
#     Queue.get()   empty               2
#     Queue.join()  one unfinished      2
#     Queue.join()  nothing unfinished  0
# Breaks: there is room for two
#     -    queue = asyncio.Queue(1)
#     +    queue = asyncio.Queue(2)
