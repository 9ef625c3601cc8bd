"""A timeout ends the wait for a thread; the thread itself sleeps on."""

import asyncio
import time

naps: list[str] = []


def nap():
    time.sleep(0.5)
    naps.append("nap finished")


async def main():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.to_thread(nap)
    except TimeoutError:
        print("timed out:", naps)
    print("main ends")


asyncio.run(main())
print("asyncio.run has returned:", naps)


# Proof:
# Output:
#     timed out: []
#     main ends
#     asyncio.run has returned: ['nap finished']
# Takes: 0.5 s ± 0.1 s
# Breaks: it sleeps on the loop
#     -            await asyncio.to_thread(nap)
#     +            nap()
# Breaks: it waits instead of blocking a thread
#     -            await asyncio.to_thread(nap)
#     +            await asyncio.sleep(0.5)
#     +            naps.append("nap finished")
