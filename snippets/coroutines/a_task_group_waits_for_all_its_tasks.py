"""A TaskGroup runs its tasks together and waits for them all."""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print("fetched", name)
    return name.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        slow = group.create_task(fetch("slow", 0.3))
        quick = group.create_task(fetch("quick", 0.1))
        group.create_task(fetch("other", 0.2))
        print("main: at the end of the block")
    print("main: out of it with", slow.result(), quick.result())


asyncio.run(main())


# Proof:
# Output:
#     main: at the end of the block
#     fetched quick
#     fetched other
#     fetched slow
#     main: out of it with SLOW QUICK
# Takes: 0.3 s
