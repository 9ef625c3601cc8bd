"""While one fetch sleeps in time.sleep, no other task runs."""

import asyncio
import time


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")


async def blocking_fetch(name, seconds):
    print(name, "asked")
    time.sleep(seconds)
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
#     weather there
#     news there
#     mail there
# Takes: 0.5 s
# Blocks: 0.5 s
# Waits together: fetch 1, fetch 2
# Breaks: it waits instead of blocking
#     -    time.sleep(seconds)
#     +    await asyncio.sleep(seconds)
# Breaks: it blocks a thread of its own
#     -    time.sleep(seconds)
#     +    await asyncio.to_thread(time.sleep, seconds)
