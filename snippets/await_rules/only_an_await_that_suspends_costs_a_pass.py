"""Only an await that suspends lets the event loop begin a turn."""

import asyncio
from collections.abc import Awaitable, Callable

Wait = Callable[[], Awaitable[object]]


async def noop():
    """Return without ever suspending."""


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
    done: asyncio.Future[None] = asyncio.Future()
    done.set_result(None)
    queue: asyncio.Queue[int] = asyncio.Queue()
    for item in range(1000):
        queue.put_nowait(item)
    lock = asyncio.Lock()

    async def take_lock():
        async with lock:
            pass

    rows: dict[str, Wait] = {
        "noop()": noop,
        "done future": lambda: done,
        "Queue.get, not empty": queue.get,
        "Lock, free": take_lock,
        "sleep(0)": lambda: asyncio.sleep(0),
        "create_task(noop())": lambda: asyncio.create_task(noop()),
        "wait_for(noop(), 1)": lambda: asyncio.wait_for(noop(), 1),
        "gather(done, done)": lambda: asyncio.gather(done, done),
    }
    for name, wait in rows.items():
        print(f"{name:<20} {await passes_during(wait):>5}")


asyncio.run(main())


# Proof:
# Output [<3.12]:
#     noop()                   0
#     done future              0
#     Queue.get, not empty     0
#     Lock, free               0
#     sleep(0)              1000
#     create_task(noop())   2000
#     wait_for(noop(), 1)   3000
#     gather(done, done)    2000
# Output [>=3.12]:
#     noop()                   0
#     done future              0
#     Queue.get, not empty     0
#     Lock, free               0
#     sleep(0)              1000
#     create_task(noop())   2000
#     wait_for(noop(), 1)      0
#     gather(done, done)       0
# Breaks: the coroutine suspends
#      async def noop():
#          """Return without ever suspending."""
#     +    await asyncio.sleep(0)
