# /// script
# [tool.proof]
# xfail = true
# ///
"""Two naps that are awaited one by one never wait at the same time."""

import asyncio


async def nap():
    await asyncio.sleep(0.1)


async def main():
    await asyncio.create_task(nap())
    await asyncio.create_task(nap())


asyncio.run(main())


# Proof:
# Waits together: nap 1, nap 2
