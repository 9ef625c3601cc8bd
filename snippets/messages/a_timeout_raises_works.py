"""TimeoutError is caught around the block, not in it."""

import asyncio


async def fetch():
    await asyncio.sleep(1)


async def main():
    try:
        async with asyncio.timeout(0.1):
            await fetch()
    except TimeoutError:
        print("too slow")


asyncio.run(main())


# Proof:
# Output:
#     too slow
