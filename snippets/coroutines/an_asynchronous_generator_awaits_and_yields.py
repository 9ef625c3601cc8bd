"""An asynchronous generator awaits for itself, yields to its loop."""

import asyncio


async def countdown(start):
    print("generator: begins")
    for number in range(start, 0, -1):
        await asyncio.sleep(0.1)
        yield number
    print("generator: ends")


async def main():
    numbers = countdown(3)
    print("main: made", type(numbers).__name__)
    await asyncio.sleep(0.1)
    async for number in numbers:
        print("main: got", number)


asyncio.run(main())


# Proof:
# Output:
#     main: made async_generator
#     generator: begins
#     main: got 3
#     main: got 2
#     main: got 1
#     generator: ends
# Takes: 0.4 s
# Blocks: 0.0 s ± 0.09 s
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#          for number in range(start, 0, -1):
#     -        await asyncio.sleep(0.1)
#     +        time.sleep(0.1)
# Breaks: all numbers are made at once
#     -    async for number in numbers:
#     +    for number in [n async for n in numbers]:
