"""Semaphore: a task each, and two of them at a time."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    two_at_a_time = asyncio.Semaphore(2)

    async def fetch_in_turn(name, seconds):
        async with two_at_a_time:
            return await fetch(name, seconds)

    pages = await asyncio.gather(
        fetch_in_turn("news", 0.3),
        fetch_in_turn("mail", 0.1),
        fetch_in_turn("weather", 0.4),
    )
    print(pages)


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     mail there
#     weather asked
#     news there
#     weather there
#     ['<news>', '<mail>', '<weather>']
# Takes: 0.5 s
# Breaks: three at a time
#     -    two_at_a_time = asyncio.Semaphore(2)
#     +    two_at_a_time = asyncio.Semaphore(3)
