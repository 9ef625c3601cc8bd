# /// script
# [tool.proof]
# xfail = true
# ///
"""Two sleeps in a row take longer than is claimed here."""

import asyncio


async def main():
    await asyncio.sleep(0.3)
    await asyncio.sleep(0.3)


asyncio.run(main())


# Proof:
# Takes: 0.3 s
