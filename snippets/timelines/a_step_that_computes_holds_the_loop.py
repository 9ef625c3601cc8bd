"""A step that computes for long holds the loop until it is over."""

import asyncio
import time


def compute():
    end = time.perf_counter() + 0.3
    while time.perf_counter() < end:
        pass


async def work():
    await asyncio.sleep(0.1)
    print("begins to compute")
    compute()
    print("has computed")
    await asyncio.sleep(0.1)


async def main():
    await asyncio.create_task(work(), name="worker")


asyncio.run(main())


# Proof:
# Output:
#     begins to compute
#     has computed
# Takes: 0.5 s
# Blocks: 0.3 s
# Breaks: it computes in a thread
#     -    compute()
#     -    print("has computed")
#     +    await asyncio.to_thread(compute)
#     +    print("has computed")
