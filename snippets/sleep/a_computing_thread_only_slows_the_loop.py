# /// script
# [tool.proof]
# alone = true
# ///
"""A thread computing in Python slows the loop but does not stop it."""

import asyncio
import time
from itertools import pairwise
from statistics import median

SECONDS = 0.4


def compute(seconds):
    end = time.thread_time() + seconds
    total = 0
    while time.thread_time() < end:
        total += total % 7 + 1


async def beat(times, cpu_times):
    while True:
        times.append(time.perf_counter())
        cpu_times.append(time.process_time())
        await asyncio.sleep(0.001)


async def beside(work):
    times: list[float] = []
    cpu_times: list[float] = []
    heart = asyncio.create_task(beat(times, cpu_times))
    await asyncio.to_thread(work, SECONDS)
    heart.cancel()
    usual = median(b - a for a, b in pairwise(times))
    longest = max(b - a for a, b in pairwise(cpu_times))
    print(f"  a beat every {usual * 1000:.1f} ms")
    return usual, longest < SECONDS / 2


async def main():
    print("a thread sleeps")
    asleep, _ = await beside(time.sleep)
    print("a thread computes")
    computing, never_stops = await beside(compute)
    print("slower:", computing > 2 * asleep)
    print("never stops for long:", never_stops)


asyncio.run(main())


# Proof:
# Output:
#     a thread sleeps
#       a beat every ... ms
#     a thread computes
#       a beat every ... ms
#     slower: True
#     never stops for long: True
# Breaks: the second thread sleeps as well
#     -    computing, never_stops = await beside(compute)
#     +    computing, never_stops = await beside(time.sleep)
