"""Each word goes with its own protocol: plain, or asynchronous."""

import asyncio
from threading import Lock


async def count():
    for number in (1, 2):
        await asyncio.sleep(0.1)
        yield number


async def main():
    lock = Lock()
    with lock:
        print("with: a lock for threads")
    async with asyncio.Lock():
        print("async with: a lock for tasks")
    for number in range(1, 3):
        print("for: a range,", number)
    async for number in count():
        print("async for: a generator,", number)


asyncio.run(main())


# Proof:
# Output:
#     with: a lock for threads
#     async with: a lock for tasks
#     for: a range, 1
#     for: a range, 2
#     async for: a generator, 1
#     async for: a generator, 2
# Takes: 0.2 s
# Breaks: async with meets a lock for threads
#     -    async with asyncio.Lock():
#     +    async with lock:
# Breaks: async for meets a range
#     -    async for number in count():
#     +    async for number in range(1, 3):
