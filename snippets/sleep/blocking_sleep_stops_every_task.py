"""While one hello sleeps in time.sleep, no other task runs."""

import asyncio
import time


async def hello():
    print("Hello")
    time.sleep(1)
    print("World")


async def main():
    await asyncio.gather(hello(), hello())


asyncio.run(main())


# Proof:
# Output:
#     Hello
#     World
#     Hello
#     World
# Takes: 2.0 s
# Blocks: 1.0 s
