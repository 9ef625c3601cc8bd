"""Three counts that each sleep one second end together after one."""

import asyncio


async def count():
    print("One")
    await asyncio.sleep(1)
    print("Two")


async def main():
    await asyncio.gather(count(), count(), count())


asyncio.run(main())


# Proof:
# Output:
#     One
#     One
#     One
#     Two
#     Two
#     Two
# Takes: 1.0 s
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#     -    await asyncio.sleep(1)
#     +    time.sleep(1)
# Breaks: one is awaited after the other
#     -    await asyncio.gather(count(), count(), count())
#     +    await count()
#     +    await count()
#     +    await count()
