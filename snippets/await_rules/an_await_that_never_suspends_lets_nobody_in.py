"""An await that never has to wait lets no other task run."""

import asyncio


async def fetch(name, seconds):
    print(name, "asked")
    await asyncio.sleep(seconds)
    return f"<{name}>"


async def tidy(page):
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
#     news has <NEWS>
#     mail awaits a coroutine
#     mail has <MAIL>
# Takes: 0.1 s
# Blocks: 0.0 s
# Breaks: tidy has to wait
#      async def tidy(page):
#     +    await asyncio.sleep(0.1)
# Breaks: one after the other, so that nobody else could run
#     -    await asyncio.gather(read("news"), read("mail"))
#     +    await read("news")
#     +    await read("mail")
# Breaks: tidy is a plain function, and nothing is awaited
#     -async def tidy(page):
#     +def tidy(page):
#
#     -    print(name, "has", await tidying)
#     +    print(name, "has", tidying)
