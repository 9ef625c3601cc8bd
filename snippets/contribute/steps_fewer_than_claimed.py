# /// script
# [tool.proof]
# xfail = true
# ///
"""A claim of three steps fails if the task waits only once."""

import asyncio


async def nap():
    await asyncio.sleep(0.1)


async def main():
    await asyncio.create_task(nap())


asyncio.run(main())


# Proof:
# Steps: nap 3, main 2
