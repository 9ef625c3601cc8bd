"""A task cannot await itself."""

import asyncio


async def main():
    me = asyncio.current_task()
    await me


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Task cannot await on itself: <Task pending name='Task-1' coro=<main() running at ...>
