"""gather: all at once, and the results in your order."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    print(name, "there")
    return f"<{name}>"


async def main():
    pages = await asyncio.gather(
        fetch("news", 0.3),
        fetch("mail", 0.1),
        fetch("weather", 0.4),
    )
    print(pages)


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     weather asked
#     mail there
#     news there
#     weather there
#     ['<news>', '<mail>', '<weather>']
# Takes: 0.4 s
# Breaks: it blocks instead of waiting
#      import asyncio
#     +import time
#
#     -    await asyncio.sleep(seconds)
#     +    time.sleep(seconds)
