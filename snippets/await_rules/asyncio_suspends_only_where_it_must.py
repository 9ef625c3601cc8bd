"""asyncio suspends only where there is something to wait for."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

Wait = Callable[[], Awaitable[object]]


async def noop() -> None:
    """Return without ever suspending."""


async def through(manager: AbstractAsyncContextManager[object]) -> None:
    """Go in and out."""
    async with manager:
        pass


async def passes_during(wait: Wait) -> int:
    """Count the loop's passes in 1000 awaits."""
    loop = asyncio.get_running_loop()
    passes, counting = 0, True

    def tick() -> None:
        """Count a pass, ask for a turn in the next."""
        nonlocal passes
        passes += 1
        if counting:
            loop.call_soon(tick)

    loop.call_soon(tick)
    for _ in range(1000):
        await wait()
    counting = False
    return passes


async def main() -> None:
    """Print a row for each thing to await."""
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
