"""A task group takes no task after its end."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch())
    coroutine = fetch()
    try:
        group.create_task(coroutine)
    finally:
        coroutine.close()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: TaskGroup <TaskGroup entered> is finished
