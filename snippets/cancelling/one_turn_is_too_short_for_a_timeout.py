"""After blocking code, one sleep(0) is too short for a timeout."""

import asyncio
import time


async def main():
    for turns in (1, 2):
        try:
            async with asyncio.timeout(0.1):
                time.sleep(0.2)
                for _ in range(turns):
                    await asyncio.sleep(0)
        except TimeoutError:
            print("timed out, with", turns, "sleep(0)")
        else:
            print("no timeout, with", turns, "sleep(0)")


asyncio.run(main())


# Proof:
# Output:
#     no timeout, with 1 sleep(0)
#     timed out, with 2 sleep(0)
# Takes: 0.4 s
# Blocks: 0.2 s
# Breaks: it sleeps a little longer than zero
#     -                    await asyncio.sleep(0)
#     +                    await asyncio.sleep(0.01)
# Breaks: it waits instead of blocking
#     -                time.sleep(0.2)
#     +                await asyncio.sleep(0.2)
