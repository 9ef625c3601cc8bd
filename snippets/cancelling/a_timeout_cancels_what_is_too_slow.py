"""A timeout cancels what is still waiting when its time is up."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
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
#     too late
# Takes: 0.3 s
# Blocks: 0.0 s
# Breaks: each fetch has a block of its own
#     -            await fetch("weather", 0.4)
#     +        async with asyncio.timeout(0.45):
#     +            await fetch("weather", 0.4)
