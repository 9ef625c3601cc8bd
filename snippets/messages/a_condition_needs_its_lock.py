"""A condition notifies only who holds its lock."""

import asyncio


async def main():
    condition = asyncio.Condition()
    condition.notify()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: cannot notify on un-acquired lock
