"""Sleeps with one deadline need not end in the order they began."""

import asyncio


async def sleep_until(deadline):
    loop = asyncio.get_running_loop()
    future: asyncio.Future[None] = loop.create_future()
    loop.call_at(deadline, future.set_result, None)
    await future


async def sleeper(name, deadline):
    print(name, "asleep")
    await sleep_until(deadline)
    print(name, "awake")


async def main():
    deadline = asyncio.get_running_loop().time() + 0.2
    await asyncio.gather(*(sleeper(n, deadline) for n in "abcd"))


asyncio.run(main())


# Proof:
# Output:
#     a asleep
#     b asleep
#     c asleep
#     d asleep
#     a awake
#     c awake
#     b awake
#     d awake
# Takes: 0.2 s ± 0.2 s
# Breaks: each has a deadline of its own
#     -    loop.call_at(deadline, future.set_result, None)
#     +    loop.call_later(0.2, future.set_result, None)
