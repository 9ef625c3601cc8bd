"""Six fetches take as long as three where two at a time may wait."""

import asyncio


async def fetch(name, seconds, places):
    async with places:
        await asyncio.sleep(seconds)
    print(name, "there")


async def main():
    places = asyncio.Semaphore(2)
    names = "news", "mail", "weather", "sport", "maps", "chess"
    await asyncio.gather(*(fetch(n, 0.2, places) for n in names))


asyncio.run(main())


# Proof:
# Output:
#     news there
#     mail there
#     weather there
#     sport there
#     maps there
#     chess there
# Takes: 0.6 s ± 0.15 s
# Breaks: three at a time
#     -    places = asyncio.Semaphore(2)
#     +    places = asyncio.Semaphore(3)
