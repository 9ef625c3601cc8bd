"""Three counts that block for one second each take three in a row."""

import asyncio
import time


async def count():
    print("One")
    time.sleep(1)
    print("Two")


async def main():
    await asyncio.gather(count(), count(), count())


asyncio.run(main())


# Proof:
# Output:
#     One
#     Two
#     One
#     Two
#     One
#     Two
# Takes: 3.0 s
# Blocks: 1.0 s
# Breaks: it waits instead of blocking
#     -    time.sleep(1)
#     +    await asyncio.sleep(1)
