"""Two sleeps side by side take as long as one."""

import asyncio


async def main():
    await asyncio.gather(asyncio.sleep(0.3), asyncio.sleep(0.3))


asyncio.run(main())


# Proof:
# Takes: 0.3 s
