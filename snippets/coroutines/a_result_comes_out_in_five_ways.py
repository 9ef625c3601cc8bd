"""The result of a coroutine comes out in more ways than by await."""

import asyncio


async def answer():
    return 42


async def main():
    print("await:", await answer())

    task = asyncio.create_task(answer())
    await asyncio.wait([task])
    print("create_task:", task.result())

    print("gather:", *await asyncio.gather(answer(), answer()))


print("run:", asyncio.run(answer()))
asyncio.run(main())
try:
    answer().send(None)
except StopIteration as stop:
    print("send:", stop.value)


# Proof:
# Output:
#     run: 42
#     await: 42
#     create_task: 42
#     gather: 42 42
#     send: 42
# Breaks: the task is asked before it is done
#          task = asyncio.create_task(answer())
#     -    await asyncio.wait([task])
