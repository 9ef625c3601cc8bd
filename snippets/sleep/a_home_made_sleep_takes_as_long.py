"""A future and a timer make a sleep that lasts as long as Python's."""

import asyncio


async def nap(delay, result):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(delay, future.set_result, result)
    return await future


async def wait_for_end(waiting):
    print(await waiting)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(wait_for_end(nap(0.3, "a long nap")))
        group.create_task(wait_for_end(asyncio.sleep(0.2, "a sleep")))
        group.create_task(wait_for_end(nap(0.1, "a short nap")))


asyncio.run(main())


# Proof:
# Output:
#     a short nap
#     a sleep
#     a long nap
# Takes: 0.3 s ± 0.1 s
# Blocks: 0.0 s
# Breaks: without a timer, the result is there at once
#     -    loop.call_later(delay, future.set_result, result)
#     +    future.set_result(result)
