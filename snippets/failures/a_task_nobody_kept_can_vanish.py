"""A waiting task that nothing refers to can be thrown away."""

import asyncio
import gc


async def fetch(name):
    print(name, "asked")
    # Whoever should set the result of this future has forgotten it.
    await asyncio.get_running_loop().create_future()
    print(name, "there")


async def main():
    asyncio.create_task(fetch("mail"))
    kept = asyncio.create_task(fetch("news"))
    await asyncio.sleep(0.1)
    gc.collect()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    print("left:", left == {kept})


asyncio.run(main())


# Proof:
# Output:
#     mail asked
#     news asked
#     left: True
# Stderr:
#     Task was destroyed but it is pending!
#     task: <Task pending name='Task-2' coro=<fetch() ... wait_for=<Future pending cb=[Task.task_wakeup()]>>
# Breaks: both tasks are kept
#     -    asyncio.create_task(fetch("mail"))
#     +    mail = asyncio.create_task(fetch("mail"))
