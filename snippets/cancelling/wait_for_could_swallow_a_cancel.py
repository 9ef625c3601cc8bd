"""Up to Python 3.11 wait_for swallows a cancel that meets a result."""

import asyncio


async def reader(answer):
    page = await asyncio.wait_for(answer, 5)
    print("reader has", page)
    await asyncio.sleep(0.1)
    print("reader goes on")


async def main():
    answer = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(reader(answer))
    await asyncio.sleep(0.1)
    answer.set_result("the page")
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     reader has the page
#     reader goes on
#     cancelled: False
# Output [>=3.12]:
#     cancelled: True
# Breaks [<3.12]: asyncio.timeout swallows nothing
#     -    page = await asyncio.wait_for(answer, 5)
#     +    async with asyncio.timeout(5):
#     +        page = await answer
# Breaks [>=3.12]: the reader has the page before it is cancelled
#          answer.set_result("the page")
#     +    await asyncio.sleep(0)
#          task.cancel()
