"""Two can await one task."""

import asyncio


async def fetch():
    await asyncio.sleep(0.1)
    return "<news>"


async def show(task):
    print(await task)


async def main():
    task = asyncio.create_task(fetch())
    await asyncio.gather(show(task), show(task))


asyncio.run(main())


# Proof:
# Output:
#     <news>
#     <news>
