"""A coroutine that has ended cannot be awaited again."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    coroutine = fetch()
    print(await coroutine)
    print(await coroutine)


asyncio.run(main())


# Proof:
# Output:
#     <news>
# Raises: RuntimeError: cannot reuse already awaited coroutine
