"""async for awaits __anext__ for each item, until it has no more."""

import asyncio


class Countdown:
    """Count down, with a wait before each number."""

    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        print("__aiter__")
        return self

    async def __anext__(self):
        print("__anext__")
        await asyncio.sleep(0.1)
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return self.left + 1


async def main():
    async for number in Countdown(2):
        print("body:", number)
    print("no more")


asyncio.run(main())


# Proof:
# Output:
#     __aiter__
#     __anext__
#     body: 2
#     __anext__
#     body: 1
#     __anext__
#     no more
# Takes: 0.3 s
# Blocks: 0.0 s ± 0.09 s
# Breaks: it ends as a plain iterator does
#     -            raise StopAsyncIteration
#     +            raise StopIteration
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#     -        await asyncio.sleep(0.1)
#     +        time.sleep(0.1)
