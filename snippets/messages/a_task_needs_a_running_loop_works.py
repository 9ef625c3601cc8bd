"""In a coroutine, a loop is running and tasks can be created."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    task = asyncio.create_task(fetch())
    print(await task)


asyncio.run(main())


# Proof:
# Output:
#     <news>
