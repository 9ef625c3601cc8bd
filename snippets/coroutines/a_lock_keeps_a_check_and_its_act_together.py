"""A lock keeps a check and what follows from it together."""

import asyncio

cache = {}
lock = asyncio.Lock()


async def fetch(name):
    print("  asked for", name)
    await asyncio.sleep(0.2)
    return f"<{name}>"


async def look_up(name):
    if name not in cache:
        cache[name] = await fetch(name)
    return cache[name]


async def look_up_with_lock(name):
    async with lock:
        return await look_up(name)


async def main():
    for read in (look_up, look_up_with_lock):
        cache.clear()
        print(read.__name__)
        pages = [read("news") for _ in range(3)]
        print(" ", *await asyncio.gather(*pages))


asyncio.run(main())


# Proof:
# Output:
#     look_up
#       asked for news
#       asked for news
#       asked for news
#       <news> <news> <news>
#     look_up_with_lock
#       asked for news
#       <news> <news> <news>
# Takes: 0.4 s
# Breaks: each call makes a lock of its own
#     -    async with lock:
#     +    async with asyncio.Lock():
# Breaks: the lock is let go before the check
#          async with lock:
#     -        return await look_up(name)
#     +        pass
#     +    return await look_up(name)
