"""asyncio.sleep of zero or less lets the loop make exactly one pass."""

import asyncio
import time


async def passes_during(delay):
    loop = asyncio.get_running_loop()
    passes, counting = 0, True

    def tick():
        nonlocal passes
        passes += 1
        if counting:
            loop.call_soon(tick)

    loop.call_soon(tick)
    await asyncio.sleep(delay)
    counting = False
    return passes


async def main():
    for delay in (0, -1, float("-inf"), 1e-9):
        passes = await passes_during(delay)
        print(f"asyncio.sleep({delay})".ljust(20), "passes:", passes)

    for delay in (0, -1):
        try:
            time.sleep(delay)
        except ValueError as error:
            print(f"time.sleep({delay})".ljust(20), error)
        else:
            print(f"time.sleep({delay})".ljust(20), "returns")


asyncio.run(main())


# Proof:
# Output:
#     asyncio.sleep(0)     passes: 1
#     asyncio.sleep(-1)    passes: 1
#     asyncio.sleep(-inf)  passes: 1
#     asyncio.sleep(1e-09) passes: 2
#     time.sleep(0)        returns
#     time.sleep(-1)       sleep length must be non-negative
