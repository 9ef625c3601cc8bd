"""asyncio suspends only where there is something to wait for."""

import asyncio
from collections.abc import Awaitable, Callable

Wait = Callable[[], Awaitable[object]]


async def noop():
    """Return without ever suspending."""


async def through(manager):
    async with manager:
        pass


async def passes_during(wait):
    loop = asyncio.get_running_loop()
    passes, counting = 0, True

    def tick():
        nonlocal passes
        passes += 1
        if counting:
            loop.call_soon(tick)

    loop.call_soon(tick)
    for _ in range(1000):
        await wait()
    counting = False
    return passes


async def main():
    semaphore, event = asyncio.Semaphore(), asyncio.Event()
    event.set()
    reader = asyncio.StreamReader()
    reader.feed_data(b"line\n" * 1000)
    rows: dict[str, Wait] = {
        "Semaphore, free": lambda: through(semaphore),
        "Event.wait, set": event.wait,
        "readline, data there": reader.readline,
        "timeout(1)": lambda: through(asyncio.timeout(1)),
        "TaskGroup, empty": lambda: through(asyncio.TaskGroup()),
        "gather()": asyncio.gather,
        "gather(noop())": lambda: asyncio.gather(noop()),
    }
    for name, wait in rows.items():
        print(f"{name:<20} {await passes_during(wait):>5}")


asyncio.run(main())


# Proof:
# Output:
#     Semaphore, free          0
#     Event.wait, set          0
#     readline, data there     0
#     timeout(1)               0
#     TaskGroup, empty         0
#     gather()                 0
#     gather(noop())        3000
