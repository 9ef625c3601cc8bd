"""Calling the function makes the coroutine that create_task expects."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    print(await asyncio.create_task(fetch()))


asyncio.run(main())


# Proof:
# Output:
#     <news>
