# /// script
# [tool.proof]
# alone = true
# ///
"""One long operation in C, even in a thread, stops the loop."""

import asyncio
import time
from itertools import pairwise


def raise_powers():
    exponent = 500_000
    while True:
        start = time.perf_counter()
        _ = 3**exponent
        took = time.perf_counter() - start
        if took > 0.2:
            return took
        exponent *= 2


async def beat(beats):
    while True:
        print("beat")
        beats.append(time.perf_counter())
        await asyncio.sleep(0.05)


async def main():
    beats: list[float] = []
    heart = asyncio.create_task(beat(beats))
    await asyncio.sleep(0.12)
    power = await asyncio.to_thread(raise_powers)
    await asyncio.sleep(0.12)
    heart.cancel()
    pause = max(b - a for a, b in pairwise(beats))
    stopped = pause > 0.9 * power
    print("stopped all the while" if stopped else "kept beating")


asyncio.run(main())


# Proof:
# Output:
#     beat
#     ...
#     beat
#     stopped all the while
# Breaks: the thread waits, and releases the GIL
#     -        _ = 3**exponent
#     +        time.sleep(0.3)
