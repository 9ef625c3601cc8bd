"""Calling the function makes the coroutine that asyncio.run expects."""

import asyncio


async def main():
    print("running")


asyncio.run(main())


# Proof:
# Output:
#     running
