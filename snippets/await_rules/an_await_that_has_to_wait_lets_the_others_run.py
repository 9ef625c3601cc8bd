"""An await that has to wait lets the other tasks run meanwhile."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    return f"<{name}>"


async def tidy(page):
    await asyncio.sleep(0.1)
    return page.upper()


async def read(name):
    page = await fetch(name, 0.1)
    tidying = tidy(page)
    print(name, "awaits a", type(tidying).__name__)
    print(name, "has", await tidying)


async def main():
    await asyncio.gather(read("news"), read("mail"))


asyncio.run(main())


# Proof:
# Output:
#     news asked
#     mail asked
#     news awaits a coroutine
#     mail awaits a coroutine
#     news has <NEWS>
#     mail has <MAIL>
# Takes: 0.2 s
# Blocks: 0.0 s
# Breaks: tidy does not have to wait
#     -    await asyncio.sleep(0.1)
# Breaks: tidy blocks instead of waiting
#      import asyncio
#     +import time
#
#     -    await asyncio.sleep(0.1)
#     +    time.sleep(0.1)
