"""A task that waits twice takes three steps."""

import asyncio


async def nap():
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.1)


async def main():
    await asyncio.create_task(nap())


asyncio.run(main())


# Proof:
# Steps: nap 3, main 2
