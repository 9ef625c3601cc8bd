"""A task cannot await itself."""

import asyncio


async def main():
    for task in asyncio.all_tasks():
        await task


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Task cannot await on itself: <Task pending name='Task-1' coro=<main() running at ...>
