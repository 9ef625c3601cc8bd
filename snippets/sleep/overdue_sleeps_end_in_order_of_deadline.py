"""Sleeps that a busy loop makes late end in order of deadline."""

import asyncio
import time


async def sleeper(delay):
    await asyncio.sleep(delay)
    print("slept", delay)


async def blocker():
    time.sleep(0.4)
    print("blocker lets go")


async def main():
    await asyncio.gather(
        sleeper(0.2), sleeper(0.1), sleeper(0.05), blocker()
    )


asyncio.run(main())


# Proof:
# Output:
#     blocker lets go
#     slept 0.05
#     slept 0.1
#     slept 0.2
# Takes: 0.4 s ± 0.2 s
# Blocks: 0.4 s ± 0.2 s
