"""async with belongs in async def."""

import asyncio


async def main():
    async with asyncio.Lock():
        print("locked")


asyncio.run(main())


# Proof:
# Output:
#     locked
