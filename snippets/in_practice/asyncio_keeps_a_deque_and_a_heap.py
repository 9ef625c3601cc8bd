"""The loop of asyncio keeps a deque, a heap and a selector."""

import asyncio


def later():
    """Be called at some time."""


async def main():
    loop = asyncio.get_running_loop()
    ready, timers = vars(loop)["_ready"], vars(loop)["_scheduled"]

    loop.call_soon(later)
    print("ready:", type(ready).__name__, "of", len(ready))

    for delay in (30, 10, 20):
        loop.call_later(delay, later)
    soonest = timers[0].when() - loop.time()
    print("timers:", type(timers).__name__, "of", len(timers))
    print("the soonest is first:", round(soonest))

    print("and a selector:", type(vars(loop)["_selector"]).__name__)


asyncio.run(main())


# Proof:
# Output:
#     ready: deque of 1
#     timers: list of 3
#     the soonest is first: 10
#     and a selector: ...Selector
# Breaks: it waits, so the deque is empty by then
#          loop.call_soon(later)
#     +    await asyncio.sleep(0)
