"""While one hello sleeps in asyncio.sleep, the other runs."""

import asyncio


async def hello():
    print("Hello")
    await asyncio.sleep(1)
    print("World")


async def main():
    await asyncio.gather(hello(), hello())


asyncio.run(main())


# Proof:
# Output:
#     Hello
#     Hello
#     World
#     World
# Takes: 1.0 s
