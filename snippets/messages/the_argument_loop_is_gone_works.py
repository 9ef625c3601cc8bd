"""A lock finds the running loop by itself."""

import asyncio


async def main():
    async with asyncio.Lock():
        print("locked")


asyncio.run(main())


# Proof:
# Output:
#     locked
