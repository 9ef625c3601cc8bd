"""gather requires what can be awaited, not functions."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    print(await asyncio.gather(fetch, fetch))


asyncio.run(main())


# Proof:
# Raises: TypeError: An asyncio.Future, a coroutine or an awaitable is required
