"""create_task expects a coroutine, not its function."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    print(await asyncio.create_task(fetch))


asyncio.run(main())


# Proof:
# Raises: TypeError: a coroutine was expected, got <function fetch at ...>
