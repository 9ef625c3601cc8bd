"""await waits for the result of a task."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    return "<news>"


async def main():
    task = asyncio.create_task(fetch())
    print(await task)


asyncio.run(main())


# Proof:
# Output:
#     <news>
