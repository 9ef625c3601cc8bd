# /// script
# [tool.proof]
# alone = true
# ///
"""Both sleeps end a little late, and never before their time."""

import asyncio
import time

DELAYS = (0.001, 0.005, 0.02, 0.05, 0.1, 0.2)
RESOLUTION = time.get_clock_info("monotonic").resolution


async def main():
    lates: list[float] = []
    print("      delay   asyncio.sleep      time.sleep")
    for delay in DELAYS:
        start = time.monotonic()
        await asyncio.sleep(delay)
        middle = time.monotonic()
        time.sleep(delay)
        end = time.monotonic()

        late = [middle - start - delay, end - middle - delay]
        lates += late
        row = [f"{seconds * 1000:12.3f} ms" for seconds in late]
        print(f"{delay * 1000:8.0f} ms", *row)

    early = [late for late in lates if late < -RESOLUTION]
    print("early:", len(early), "of", len(lates))


asyncio.run(main())


# Proof:
# Output:
#           delay   asyncio.sleep      time.sleep
#            1 ms ... ms ... ms
#            5 ms ... ms ... ms
#           20 ms ... ms ... ms
#           50 ms ... ms ... ms
#          100 ms ... ms ... ms
#          200 ms ... ms ... ms
#     early: 0 of 12
# Takes: 0.75 s ± 0.5 s
