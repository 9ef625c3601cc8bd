"""async def does what the decorator coroutine did."""

import asyncio


async def main():
    await asyncio.sleep(0.1)
    print("slept")


asyncio.run(main())


# Proof:
# Output:
#     slept
