"""Calling a coroutine function runs nothing of its body."""

import asyncio


async def greet():
    print("greet: running")
    return "hello"


async def main():
    coroutine = greet()
    kind = type(coroutine).__name__
    print("main: called greet, got a", kind)
    await asyncio.sleep(0.5)
    print("main: later, still nothing ran")
    result = await coroutine
    print("main: awaited it, got", repr(result))


asyncio.run(main())


# Proof:
# Output:
#     main: called greet, got a coroutine
#     main: later, still nothing ran
#     greet: running
#     main: awaited it, got 'hello'
# Takes: 0.5 s ± 0.2 s
