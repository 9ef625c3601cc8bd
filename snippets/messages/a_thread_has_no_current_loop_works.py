"""asyncio.run makes a loop in whatever thread calls it."""

import asyncio


async def fetch():
    return "<news>"


def work():
    return asyncio.run(fetch())


async def main():
    print(await asyncio.to_thread(work))


asyncio.run(main())


# Proof:
# Output:
#     <news>
