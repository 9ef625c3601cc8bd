"""A timeout neither stops blocking code nor reports it."""

import asyncio
import time


async def fetch(name, seconds):
    print(name, "asked")
    time.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    try:
        async with asyncio.timeout(0.3):
            await fetch("news", 0.1)
            await fetch("weather", 0.4)
        print("in time")
    except TimeoutError:
        print("too late")


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     news there
#     weather asked
#     weather there
#     in time
# Takes: 0.5 s
# Blocks: 0.5 s
# Breaks: it waits instead of blocking
#     -    time.sleep(seconds)
#     +    await asyncio.sleep(seconds)
