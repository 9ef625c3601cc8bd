"""A cancelled sleep ends at once, and its timer stays for a while."""

import asyncio


async def sleeper(delay):
    try:
        await asyncio.sleep(delay)
        print(delay, "slept to the end")
    except asyncio.CancelledError:
        print(delay, "cancelled")
        raise


def timers():
    loop = asyncio.get_running_loop()
    heap = loop._scheduled  # type: ignore[attr-defined]
    return str(sorted(timer.cancelled() for timer in heap))


async def main():
    short = asyncio.create_task(sleeper(0.3))
    long = asyncio.create_task(sleeper(60))
    await asyncio.sleep(0.1)
    print("timers cancelled:", timers())
    long.cancel()
    await asyncio.wait([long])
    print("timers cancelled:", timers())
    await short
    print("timers cancelled:", timers())


asyncio.run(main())


# Proof:
# Output:
#     timers cancelled: [False, False]
#     60 cancelled
#     timers cancelled: [False, True]
#     0.3 slept to the end
#     timers cancelled: []
# Takes: 0.3 s ± 0.1 s
# Breaks: it sleeps on after the cancel
#          except asyncio.CancelledError:
#     +        await asyncio.sleep(0.3)
#              print(delay, "cancelled")
# Breaks: nobody cancels the long one
#     -    long.cancel()
#     -    await asyncio.wait([long])
#     +    await asyncio.wait([long], timeout=0)
