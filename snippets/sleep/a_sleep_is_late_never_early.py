# /// script
# [tool.proof]
# alone = true
# ///
"""Sleeps of five lengths all end a little late, and never early."""

import asyncio
import time

DELAYS = (0.0001, 0.001, 0.01, 0.1, 1)
RESOLUTION = time.get_clock_info("monotonic").resolution


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


async def main():
    lates = [one for d in DELAYS for one in await measure(d)]
    early = [late for late in lates if late < -RESOLUTION]
    print("early:", len(early), "of", len(lates))


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
#     early: 0 of 100
# Takes: 1.8 s ± 0.25 s
# Breaks: each sleeps half as long
#     -    await asyncio.sleep(delay)
#     +    await asyncio.sleep(delay / 2)
# Breaks: each is a tenth of a second late
#     -    await asyncio.sleep(delay)
#     +    await asyncio.sleep(delay + 0.1)
