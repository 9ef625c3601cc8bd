"""Three coroutines that compute take as long as one after the other."""

import asyncio
import time


def compute(seconds):
    end = time.perf_counter() + seconds
    total = 0
    while time.perf_counter() < end:
        total += 1
    return total


async def work(name):
    await asyncio.sleep(0.1)
    compute(0.2)
    await asyncio.sleep(0.1)
    print(name, "is done")


async def main():
    await asyncio.gather(*(work(name) for name in "abc"))


asyncio.run(main())


# Proof:
# Output:
#     a is done
#     b is done
#     c is done
# Takes: 0.8 s ± 0.2 s
# Blocks: 0.2 s ± 0.15 s
