"""Locks of threading do not take turns between tasks of one loop."""

import asyncio
import threading


async def fetch(name, lock):
    with lock:
        print(" ", name, "has the lock")
        await asyncio.sleep(0.1)


async def main():
    print("RLock")
    both = threading.RLock()
    await asyncio.gather(fetch("news", both), fetch("mail", both))

    print("Lock")
    lock = threading.Lock()
    news = asyncio.create_task(fetch("news", lock))
    await asyncio.sleep(0)
    # 0.1 s would be enough, if news could run meanwhile.
    print("  main gets it:", lock.acquire(timeout=0.3))
    await news


asyncio.run(main())


# Proof:
# Output:
#     RLock
#       news has the lock
#       mail has the lock
#     Lock
#       news has the lock
#       main gets it: False
# Takes: 0.4 s ± 0.15 s
# Blocks: 0.3 s ± 0.1 s
# Waits together: fetch 1, fetch 2
# Breaks: the lock is one of asyncio
#     -    with lock:
#     +    async with lock:
#
#     -    both = threading.RLock()
#     +    both = asyncio.Lock()
# Breaks: one is awaited after the other
#     -    await asyncio.gather(fetch("news", both), fetch("mail", both))
#     +    await fetch("news", both)
#     +    await fetch("mail", both)
# Breaks: nothing is awaited under the lock
#              print(" ", name, "has the lock")
#     -        await asyncio.sleep(0.1)
