"""asyncio.run expects a coroutine, not its function."""

import asyncio


async def main():
    print("running")


asyncio.run(main)


# Proof:
# Raises [<3.14]: ValueError: a coroutine was expected, got <function main at ...>
# Raises [>=3.14]: TypeError: An asyncio.Future, a coroutine or an awaitable is required
