"""Awaited first, what the coroutine returns works with async with."""

import asyncio


async def connect():
    return asyncio.Lock()


async def main():
    async with await connect():
        print("connected")


asyncio.run(main())


# Proof:
# Output:
#     connected
