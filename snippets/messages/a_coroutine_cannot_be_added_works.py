"""await comes before the plus, so the result is added."""

import asyncio


async def size(name):
    return len(name)


async def main():
    print(await size("news") + 1)


asyncio.run(main())


# Proof:
# Output:
#     5
