"""asyncio.sleep of zero or less costs exactly one turn of the loop."""

import asyncio
import time


async def turns_during(delay):
    loop = asyncio.get_running_loop()
    turns, counting = 0, True

    def tick():
        nonlocal turns
        turns += 1
        if counting:
            loop.call_soon(tick)

    loop.call_soon(tick)
    await asyncio.sleep(delay)
    counting = False
    return turns


async def main():
    for delay in (0, -1, float("-inf"), 1e-9):
        turns = await turns_during(delay)
        print(f"asyncio.sleep({delay})".ljust(20), "turns:", turns)

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
#     asyncio.sleep(0)     turns: 1
#     asyncio.sleep(-1)    turns: 1
#     asyncio.sleep(-inf)  turns: 1
#     asyncio.sleep(1e-09) turns: 2
#     time.sleep(0)        returns
#     time.sleep(-1)       sleep length must be non-negative
# Breaks: it sleeps twice
#          loop.call_soon(tick)
#          await asyncio.sleep(delay)
#     +    await asyncio.sleep(delay)
# Breaks: nothing is awaited
#     -    await asyncio.sleep(delay)
