"""Awaiting a future or a task lets others run until it is done."""

import asyncio

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    await awaitable
    print(f"{what:<14}  {state:<13}  {turns - before}")


async def noop():
    pass


async def main():
    tick()
    soon = asyncio.get_running_loop().call_soon
    future, create_task = asyncio.Future(), asyncio.create_task
    task = create_task(noop())
    await count("noop()", "never waits", noop())
    await count("task", "new", task)
    await count("task", "done", task)
    soon(future.set_result, None)
    await count("future", "pending", future)
    await count("future", "done", future)
    early = asyncio.Future()
    waiting = create_task(count("future", "set this turn", early))
    soon(early.set_result, None)
    await waiting
    await count("shield(future)", "done", asyncio.shield(future))
    await count(
        "shield(noop())", "a task inside", asyncio.shield(noop())
    )
    await count("sleep(0)", "one turn", asyncio.sleep(0))
    await count("sleep(-1)", "the same", asyncio.sleep(-1))
    if hasattr(asyncio, "eager_task_factory"):
        asyncio.get_running_loop().set_task_factory(
            asyncio.eager_task_factory
        )
        await count("task", "new, eager", create_task(noop()))


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     noop()          never waits    0
#     task            new            2
#     task            done           0
#     future          pending        2
#     future          done           0
#     future          set this turn  1
#     shield(future)  done           0
#     shield(noop())  a task inside  3
#     sleep(0)        one turn       1
#     sleep(-1)       the same       1
# Output [>=3.12]:
#     noop()          never waits    0
#     task            new            2
#     task            done           0
#     future          pending        2
#     future          done           0
#     future          set this turn  1
#     shield(future)  done           0
#     shield(noop())  a task inside  3
#     sleep(0)        one turn       1
#     sleep(-1)       the same       1
#     task            new, eager     0
# Breaks: the task is awaited first
#          task = create_task(noop())
#     +    await task
