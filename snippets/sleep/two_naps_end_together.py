# /// script
# [tool.proof]
# xfail = true
# ///
"""Two naps end together, and nobody waits for a nap."""

import asyncio
import time


async def nap(name):
    print(name, "sleeps")
    time.sleep(0.3)
    print(name, "wakes")


async def main():
    await asyncio.gather(nap("a"), nap("b"))


asyncio.run(main())


# Proof:
# Output:
#     a sleeps
#     b sleeps
#     a wakes
#     b wakes
# Takes: 0.3 s ± 0.15 s
# Blocks: 0.0 s ± 0.15 s
