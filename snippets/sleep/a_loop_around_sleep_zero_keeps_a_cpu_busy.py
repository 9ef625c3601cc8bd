# /// script
# [tool.proof]
# alone = true
# ///
"""A loop around sleep(0) keeps a CPU busy; an Event does not."""

import asyncio
import time

SECONDS = 0.2


async def poll(event):
    looks = 0
    while not event.is_set():
        looks += 1
        await asyncio.sleep(0)
    return looks


async def wait(event):
    await event.wait()
    return 1


async def main():
    loop = asyncio.get_running_loop()
    spent: dict[str, float] = {}
    for waiter in (poll, wait):
        event = asyncio.Event()
        loop.call_later(SECONDS, event.set)
        before = time.process_time()
        looks = await waiter(event)
        used = spent[waiter.__name__] = time.process_time() - before
        print(f"{waiter.__name__}  looks: {looks}", end="  ")
        print(f"CPU time: {used * 1000:.1f} ms")

    dearer = spent["poll"] > 2 * spent["wait"]
    print("polling cost more than twice as much:", dearer)


asyncio.run(main())


# Proof:
# Output:
#     poll  looks: ...  CPU time: ... ms
#     wait  looks: 1  CPU time: ... ms
#     polling cost more than twice as much: True
# Takes: 0.4 s ± 0.3 s
# Breaks: the other one polls as well
#     -    await event.wait()
#     -    return 1
#     +    return await poll(event)
