"""Awaits in a row: each begins when the one before is done."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    pages = [
        await fetch("news", 0.3),
        await fetch("mail", 0.1),
        await fetch("weather", 0.4),
    ]
    print(pages)


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     news there
#     mail asked
#     mail there
#     weather asked
#     weather there
#     ['<news>', '<mail>', '<weather>']
# Takes: 0.8 s
# Breaks: two of them overlap
#     -        await fetch("news", 0.3),
#     -        await fetch("mail", 0.1),
#     +        *await asyncio.gather(fetch("news", 0.3), fetch("mail", 0.1)),
