"""gather, wait and groups let others run if a task has work to do."""

import asyncio

turns = 0


def tick():
    global turns
    turns += 1
    asyncio.get_running_loop().call_soon(tick)


async def count(what, state, awaitable):
    before = turns
    await awaitable
    print(f"{what:<22}  {state:<10}  {turns - before}")


async def noop():
    pass


async def through(manager):
    async with manager:
        pass


async def through_group(work):
    async with asyncio.TaskGroup() as group:
        group.create_task(work)


async def each(awaitable):
    for one in asyncio.as_completed([awaitable]):
        await one


async def main():
    tick()
    done = asyncio.Future()
    done.set_result(None)
    await count("gather()", "nothing", asyncio.gather())
    await count("gather(future)", "done", asyncio.gather(done))
    await count("gather(noop())", "a new task", asyncio.gather(noop()))
    await count("wait([future])", "done", asyncio.wait([done]))
    await count(
        "wait([task])",
        "new",
        asyncio.wait([asyncio.create_task(noop())]),
    )
    await count("as_completed([future])", "done", each(done))
    await count("as_completed([noop()])", "a new task", each(noop()))
    await count("TaskGroup()", "empty", through(asyncio.TaskGroup()))
    await count("TaskGroup()", "a new task", through_group(noop()))


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     gather()                nothing     0
#     gather(future)          done        2
#     gather(noop())          a new task  3
#     wait([future])          done        2
#     wait([task])            new         3
#     as_completed([future])  done        2
#     as_completed([noop()])  a new task  3
#     TaskGroup()             empty       0
#     TaskGroup()             a new task  3
# Output [>=3.12]:
#     gather()                nothing     0
#     gather(future)          done        0
#     gather(noop())          a new task  3
#     wait([future])          done        2
#     wait([task])            new         3
#     as_completed([future])  done        2
#     as_completed([noop()])  a new task  3
#     TaskGroup()             empty       0
#     TaskGroup()             a new task  3
# Breaks: the future is still pending
#     -    done.set_result(None)
#     +    asyncio.get_running_loop().call_later(0.05, done.set_result, None)
# Breaks: the group gets nothing to do
#     -        group.create_task(work)
#     +        work.close()
