"""A task that still waits when its loop is gone is logged."""

import asyncio


async def fetch():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
task = loop.create_task(fetch())
loop.run_until_complete(asyncio.sleep(0.1))
loop.close()


# Proof:
# Stderr:
#     Task was destroyed but it is pending!
#     task: <Task pending name='Task-1' coro=<fetch() ... wait_for=<Future pending cb=[Task.task_wakeup()]>>
