"""time.sleep in a thread leaves the event loop free for the others."""

import asyncio
import time


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")


async def blocking_fetch(name, seconds):
    print(name, "asked")
    await asyncio.to_thread(time.sleep, seconds)
    print(name, "there")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("news", 0.1))
        group.create_task(fetch("mail", 0.2))
        group.create_task(blocking_fetch("weather", 0.5))


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     news there
#     mail there
#     weather there
# Takes: 0.5 s ± 0.15 s
# Blocks: 0.0 s ± 0.1 s
# Breaks: the sleep is called here, not in the thread
#     -    await asyncio.to_thread(time.sleep, seconds)
#     +    await asyncio.to_thread(str, time.sleep(seconds))
