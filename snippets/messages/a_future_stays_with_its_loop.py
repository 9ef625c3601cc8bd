"""A future of one loop cannot be awaited on another."""

import asyncio


async def make():
    return asyncio.get_running_loop().create_future()


async def use(future):
    await future


future = asyncio.run(make())
asyncio.run(use(future))


# Proof:
# Raises: RuntimeError: Task <Task pending name='Task-4' coro=<use() running at ...> got Future <Future pending> attached to a different loop
