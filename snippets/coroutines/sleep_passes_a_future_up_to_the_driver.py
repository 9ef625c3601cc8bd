"""asyncio.sleep passes a Future up to whoever drives it."""

import asyncio


async def nap():
    await asyncio.sleep(0.2)
    return "rested"


async def rest():
    return await nap()


async def main():
    coroutine = rest()
    future: asyncio.Future[None] = coroutine.send(None)
    print("came up: a", type(future).__name__)
    print("done?", future.done())

    await asyncio.wait([future])
    print("done?", future.done())

    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("result:", stop.value)


asyncio.run(main())


# Proof:
# Output:
#     came up: a Future
#     done? False
#     done? True
#     result: rested
# Takes: 0.2 s
