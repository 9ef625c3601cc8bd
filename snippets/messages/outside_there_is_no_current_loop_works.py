"""asyncio.run makes a loop and closes it."""

import asyncio


async def main():
    print("running")


asyncio.run(main())


# Proof:
# Output:
#     running
