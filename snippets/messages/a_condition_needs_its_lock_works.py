"""async with holds the lock of a condition."""

import asyncio


async def main():
    condition = asyncio.Condition()
    async with condition:
        condition.notify()
        print("notified")


asyncio.run(main())


# Proof:
# Output:
#     notified
