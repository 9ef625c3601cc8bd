"""A rate: one begins every 0.1 s, however long each of them takes."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    gate = asyncio.Lock()

    async def fetch_in_turn(name, seconds):
        async with gate:
            await asyncio.sleep(0.1)
        return await fetch(name, seconds)

    pages = await asyncio.gather(
        fetch_in_turn("news", 0.35),
        fetch_in_turn("mail", 0.35),
        fetch_in_turn("weather", 0.35),
    )
    print(pages)


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     news there
#     mail there
#     weather there
#     ['<news>', '<mail>', '<weather>']
# Takes: 0.65 s
# Blocks: 0.0 s
# Breaks: all begin at once
#     -        async with gate:
#     -            await asyncio.sleep(0.1)
#     +        await asyncio.sleep(0.1)
# Breaks: each begins when the one before it is there
#     -            await asyncio.sleep(0.1)
#     -        return await fetch(name, seconds)
#     +            await asyncio.sleep(0.1)
#     +            return await fetch(name, seconds)
