"""What an awaited sleep hands up to whoever drives it is a Future."""

import asyncio


async def nap():
    return await asyncio.sleep(0.2, "rested")


async def rest():
    return await nap()


async def main():
    coroutine = rest()
    future = coroutine.send(None)
    print("handed up:", type(future).__name__)
    print("done:", future.done())

    await asyncio.sleep(0.4)
    print("done:", future.done(), "with", repr(future.result()))

    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("rest returned", repr(stop.value))

    print("sleep(0) hands up:", asyncio.sleep(0).send(None))


asyncio.run(main())


# Proof:
# Output:
#     handed up: Future
#     done: False
#     done: True with 'rested'
#     rest returned 'rested'
#     sleep(0) hands up: None
# Takes: 0.4 s ± 0.2 s
# Breaks: the sleep does not sleep
#     -    return await asyncio.sleep(0.2, "rested")
#     +    return await asyncio.sleep(0, "rested")
