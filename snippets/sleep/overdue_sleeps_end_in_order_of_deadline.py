"""Sleeps that a busy loop makes late end in order of deadline."""

import asyncio
import time


async def sleeper(delay):
    print("begun", delay)
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
#     begun 0.2
#     begun 0.1
#     begun 0.05
#     blocker lets go
#     slept 0.05
#     slept 0.1
#     slept 0.2
# Takes: 0.4 s ± 0.2 s
# Blocks: 0.4 s ± 0.2 s
# Breaks: nobody holds the loop
#     -    time.sleep(0.4)
#     +    await asyncio.sleep(0.4)
# Breaks: the longest is begun last
#     -        sleeper(0.2), sleeper(0.1), sleeper(0.05), blocker()
#     +        sleeper(0.05), sleeper(0.1), sleeper(0.2), blocker()
