"""to_thread calls a function that blocks, while the loop goes on."""

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
    print(await asyncio.to_thread(fetch, "news", 0.3))
    await counting


asyncio.run(main())


# Proof:
# Output:
#     1
#     <news>
#     2
#     3
# Takes: 0.6 s
# Blocks: 0.0 s
# Breaks: the loop's own thread calls it
#     -    print(await asyncio.to_thread(fetch, "news", 0.3))
#     +    print(fetch("news", 0.3))
