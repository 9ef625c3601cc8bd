# /// script
# [tool.proof]
# alone = true
# ///
"""A thread computing in Python slows the loop but does not stop it."""

import asyncio
import time
from collections.abc import Callable
from itertools import pairwise

SECONDS = 0.4


def compute(seconds: float) -> None:
    """Add up numbers until the time is over."""
    end = time.perf_counter() + seconds
    total = 0
    while time.perf_counter() < end:
        total += total % 7 + 1


async def beat(beats: list[float]) -> None:
    """Note about every millisecond the CPU time so far."""
    while True:
        await asyncio.sleep(0.001)
        beats.append(time.process_time())


async def beats_beside(work: Callable[[float], None]) -> list[float]:
    """Note heartbeats while a thread works."""
    beats = [time.process_time()]
    heart = asyncio.create_task(beat(beats))
    await asyncio.to_thread(work, SECONDS)
    heart.cancel()
    return [*beats, time.process_time()]


async def main() -> None:
    """Compare the heartbeats beside two threads."""
    print("a thread sleeps")
    asleep = await beats_beside(time.sleep)
    print("a thread computes")
    computing = await beats_beside(compute)

    fewer = len(computing) < len(asleep) / 2
    print("heartbeats:", "less than half" if fewer else "as before")
    pause = max(b - a for a, b in pairwise(computing))
    short = pause < (computing[-1] - computing[0]) / 4
    print("longest pause:", "short" if short else "long")


asyncio.run(main())


# Proof:
# Output:
#     a thread sleeps
#     a thread computes
#     heartbeats: less than half
#     longest pause: short
