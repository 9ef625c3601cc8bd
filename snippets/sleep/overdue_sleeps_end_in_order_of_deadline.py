"""Sleeps that a busy loop makes late end in order of deadline."""

import asyncio
import time


async def sleeper(delay: float) -> None:
    """Sleep, then say for how long it was meant."""
    await asyncio.sleep(delay)
    print("slept", delay)


async def blocker() -> None:
    """Keep the loop for longer than anybody sleeps."""
    time.sleep(0.4)
    print("blocker lets go")


async def main() -> None:
    """Start the longest sleep first, and the blocker last."""
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
