"""A task can be awaited again and again."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    task = asyncio.create_task(fetch())
    print(await task)
    print(await task)


asyncio.run(main())


# Proof:
# Output:
#     <news>
#     <news>
