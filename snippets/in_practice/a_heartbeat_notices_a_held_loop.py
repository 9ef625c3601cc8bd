"""A heartbeat on the loop notices when something holds it."""

import asyncio
import time


async def beat():
    while True:
        due = time.perf_counter() + 0.1
        await asyncio.sleep(0.1)
        late = time.perf_counter() - due
        if late > 0.3:
            print(f"heart: {late:.1f} s late")


async def load(name, seconds):
    await asyncio.sleep(0.35)
    print("load:", name)
    time.sleep(seconds)


async def main():
    heart = asyncio.create_task(beat(), name="heart")
    await load("small.csv", 0.0)
    await load("large.csv", 0.6)
    await asyncio.sleep(0.15)
    heart.cancel()


asyncio.run(main())


# Proof:
# Output:
#     load: small.csv
#     load: large.csv
#     heart: ... s late
# Blocks: 0.6 s ± 0.2 s
# Takes: 1.45 s ± 0.25 s
# Breaks: the first one holds the loop, too
#     -    await load("small.csv", 0.0)
#     +    await load("small.csv", 0.5)
