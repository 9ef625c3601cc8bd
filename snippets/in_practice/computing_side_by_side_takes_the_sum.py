"""Pages are fetched side by side, but parsed one after another."""

import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"<{name}>"


def parse(page):
    words = 0
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        words += len(page.split())
    return words


async def read(name):
    page = await fetch(name, 0.2)
    print(name, "parsed:", parse(page) > 0)


async def main():
    await asyncio.gather(read("news"), read("mail"), read("weather"))


asyncio.run(main())


# Proof:
# Output:
#     news parsed: True
#     mail parsed: True
#     weather parsed: True
# Takes: 0.8 s ± 0.2 s
# Blocks: 0.2 s ± 0.15 s
# Breaks: it waits instead of computing
#     -    words = 0
#     +    time.sleep(0.2)
#     +    return 0
