"""Nobody but its coroutine gives a task its result."""

import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0.1))
    task.set_result("news")


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Task does not support set_result operation
