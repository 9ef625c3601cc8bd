"""A future and a timer make a sleep that lasts as long as Python's."""

import asyncio


async def nap(delay, result):
    loop = asyncio.get_running_loop()
    future: asyncio.Future[str] = loop.create_future()
    loop.call_later(delay, future.set_result, result)
    return await future


async def main():
    results = await asyncio.gather(
        nap(0.2, "short nap"),
        nap(0.4, "long nap"),
        asyncio.sleep(0.4, result="sleep"),
    )
    print(*results, sep="\n")


asyncio.run(main())


# Proof:
# Output:
#     short nap
#     long nap
#     sleep
# Takes: 0.4 s ± 0.2 s
