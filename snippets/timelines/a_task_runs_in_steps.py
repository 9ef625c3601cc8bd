"""A task runs in steps, and between them others have the loop."""

import asyncio
import time


def compute():
    end = time.perf_counter() + 0.01
    while time.perf_counter() < end:
        pass


async def work():
    for part in ("one", "two", "three"):
        compute()
        print("part", part)
        await asyncio.sleep(0.06)


async def main():
    await asyncio.create_task(work(), name="worker")


asyncio.run(main())


# Proof:
# Output:
#     part one
#     part two
#     part three
# Blocks: 0.01 s ± 0.04 s
# Steps: main 2, worker 4
# Breaks: it is one long step
#     -        await asyncio.sleep(0.06)
#     +        time.sleep(0.06)
