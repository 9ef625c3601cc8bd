"""A home-made sleep, cancelled, leaves a timer that fails later."""

import asyncio


async def nap(delay):
    loop = asyncio.get_running_loop()
    future: asyncio.Future[None] = loop.create_future()
    loop.call_later(delay, future.set_result, None)
    await future


async def main():
    try:
        async with asyncio.timeout(0.1):
            await nap(0.3)
    except TimeoutError:
        print("timed out")
    await asyncio.sleep(0.4)
    print("main ends")


asyncio.run(main())


# Proof:
# Output:
#     timed out
#     main ends
# Stderr:
#     Exception in callback ...
#     ...
#     ...InvalidStateError: invalid state
# Takes: 0.5 s ± 0.2 s
# Breaks: the timer looks before it wakes
#     -    loop.call_later(delay, future.set_result, None)
#     +    loop.call_later(
#     +        delay, lambda: future.done() or future.set_result(None)
#     +    )
# Breaks: the timer is cancelled as well
#     -    loop.call_later(delay, future.set_result, None)
#     -    await future
#     +    timer = loop.call_later(delay, future.set_result, None)
#     +    try:
#     +        await future
#     +    finally:
#     +        timer.cancel()
