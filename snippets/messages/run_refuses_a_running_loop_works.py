"""Where a loop is running, a coroutine is awaited."""

import asyncio


async def fetch():
    return "<news>"


async def page():
    return await fetch()


async def main():
    print(await page())


asyncio.run(main())


# Proof:
# Output:
#     <news>
