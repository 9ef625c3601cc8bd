"""asyncio.run closes the loop when main returns."""

import asyncio


async def main():
    print("done")


asyncio.run(main())


# Proof:
# Output:
#     done
