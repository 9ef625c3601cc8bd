"""A plain call that blocks stops the loop, and nothing says so."""

import asyncio
import time


def fetch(name, seconds):
    time.sleep(seconds)
    return f"<{name}>"


async def count():
    for number in range(1, 4):
        await asyncio.sleep(0.2)
        print(number)


async def main():
    counting = asyncio.create_task(count())
    await asyncio.sleep(0)
    print(fetch("news", 0.3))
    await counting


asyncio.run(main())


# Proof:
# Output:
#     <news>
#     1
#     2
#     3
# Takes: 0.7 s
# Blocks: 0.3 s
# Breaks: a thread calls it
#     -    print(fetch("news", 0.3))
#     +    print(await asyncio.to_thread(fetch, "news", 0.3))
