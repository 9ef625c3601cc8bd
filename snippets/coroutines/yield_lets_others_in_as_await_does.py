"""A yield in an asynchronous generator lets other tasks in too."""

import asyncio

total = 0


async def adding(size):
    global total
    seen = total
    yield
    total = seen + size


async def add(size):
    async for _ in adding(size):
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(add(6), add(6), add(9))
    print("total", total)


asyncio.run(main())


# Proof:
# Output:
#     total 9
# Takes: 0.1 s
# Breaks: the total is read after the yield
#     -    seen = total
#          yield
#     -    total = seen + size
#     +    total += size
# Breaks: nothing is awaited while it is left
#     -        await asyncio.sleep(0.1)
#     +        pass
