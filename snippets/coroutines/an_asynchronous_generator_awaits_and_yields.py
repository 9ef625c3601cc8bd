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
