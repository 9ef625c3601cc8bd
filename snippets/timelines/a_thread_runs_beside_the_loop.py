"""While a thread blocks, the loop goes on with other tasks."""

import asyncio
import time


async def beat():
    for _ in range(3):
        await asyncio.sleep(0.1)
        print("beat")


async def main():
    heart = asyncio.create_task(beat(), name="heart")
    await asyncio.to_thread(time.sleep, 0.4)
    await heart
    print("the thread is done")


asyncio.run(main())


# Proof:
# Output:
#     beat
#     beat
#     beat
#     the thread is done
# Takes: 0.4 s
# Breaks: it blocks the loop
#     -    await asyncio.to_thread(time.sleep, 0.4)
#     -    await heart
#     +    time.sleep(0.4)
#     +    await heart
