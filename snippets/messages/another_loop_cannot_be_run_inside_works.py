"""In a thread of its own, a second loop can be run."""

import asyncio


async def fetch():
    return "<news>"


async def main():
    print(await asyncio.to_thread(asyncio.run, fetch()))


asyncio.run(main())


# Proof:
# Output:
#     <news>
