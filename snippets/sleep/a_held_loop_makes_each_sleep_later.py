# /// script
# [tool.proof]
# alone = true
# ///
"""A task that holds the loop makes sleeps late by two of its steps."""

import asyncio
import time

DELAYS = (0.0001, 0.001, 0.01, 0.1, 1)
STEP = 0.01


async def late_by(delay, number):
    clock = asyncio.get_running_loop().time
    await asyncio.sleep(number * 0.007)
    due = clock() + delay
    await asyncio.sleep(delay)
    return clock() - due


async def measure(delay):
    sleeps = (late_by(delay, number) for number in range(20))
    late = sorted(await asyncio.gather(*sleeps))
    for some in late[:10], late[10:]:
        milliseconds = (f"{one * 1000:.3g}" for one in some)
        print(f"{delay * 1000:g} ms, late by", *milliseconds)
    return late


async def hold_the_loop():
    while True:
        time.sleep(STEP)
        await asyncio.sleep(0)


async def main():
    busy = asyncio.create_task(hold_the_loop())
    lates = [one for d in DELAYS for one in await measure(d)]
    busy.cancel()
    late = [late for late in lates if late >= 2 * STEP]
    print("two steps late, or more:", len(late), "of", len(lates))


asyncio.run(main())


# Proof:
# Output:
#     0.1 ms, late by ...
#     0.1 ms, late by ...
#     1 ms, late by ...
#     1 ms, late by ...
#     10 ms, late by ...
#     10 ms, late by ...
#     100 ms, late by ...
#     100 ms, late by ...
#     1000 ms, late by ...
#     1000 ms, late by ...
#     two steps late, or more: 100 of 100
# Takes: 2.1 s ± 1 s
# Breaks: nobody holds the loop
#     -        time.sleep(STEP)
#     -        await asyncio.sleep(0)
#     +        await asyncio.sleep(STEP)
# Breaks: its steps are a tenth as long
#     -        time.sleep(STEP)
#     +        time.sleep(STEP / 10)
