# /// script
# [tool.proof]
# xfail = true
# ///
"""A claim that the loop is never held fails if one step holds it."""

import asyncio
import time


async def main():
    await asyncio.sleep(0.1)
    time.sleep(0.2)


asyncio.run(main())


# Proof:
# Blocks: 0.0 s
