"""A timeout cuts asyncio.sleep short, but never time.sleep."""

import asyncio
import time


async def patient():
    await asyncio.sleep(0.4)
    print("  slept to the end")


async def stubborn():
    time.sleep(0.4)
    print("  slept to the end")


async def stubborn_then_patient():
    await stubborn()
    await patient()


async def main():
    for work in (patient, stubborn_then_patient, stubborn):
        print(work.__name__)
        try:
            async with asyncio.timeout(0.1):
                await work()
        except TimeoutError:
            print("  timed out")
        else:
            print("  no timeout")


asyncio.run(main())


# Proof:
# Output:
#     patient
#       timed out
#     stubborn_then_patient
#       slept to the end
#       timed out
#     stubborn
#       slept to the end
#       no timeout
# Takes: 0.9 s ± 0.15 s
# Blocks: 0.4 s ± 0.15 s
# Breaks: it waits instead of blocking
#     -    time.sleep(0.4)
#     +    await asyncio.sleep(0.4)
# Breaks: it blocks in a thread
#     -    time.sleep(0.4)
#     +    await asyncio.to_thread(time.sleep, 0.4)
# Breaks: the timeout is almost as long
#     -            async with asyncio.timeout(0.1):
#     +            async with asyncio.timeout(0.35):
