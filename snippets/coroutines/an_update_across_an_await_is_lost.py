"""An update is lost if an await parts its reading from its writing."""

import asyncio

total = 0


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"<{name}>"


async def across_await(name, seconds):
    global total
    total = total + len(await fetch(name, seconds))
    print(" ", name, "there, total", total)


async def in_one_go(name, seconds):
    global total
    page = await fetch(name, seconds)
    total = total + len(page)
    print(" ", name, "there, total", total)


async def main():
    global total
    for add in (across_await, in_one_go):
        total = 0
        print(add.__name__)
        await asyncio.gather(
            add("news", 0.1), add("mail", 0.2), add("weather", 0.3)
        )


asyncio.run(main())


# Proof:
# Output:
#     across_await
#       news there, total 6
#       mail there, total 6
#       weather there, total 9
#     in_one_go
#       news there, total 6
#       mail there, total 12
#       weather there, total 21
# Takes: 0.6 s
# Breaks: the page is awaited before the total is read
#     -    total = total + len(await fetch(name, seconds))
#     +    page = await fetch(name, seconds)
#     +    total = total + len(page)
# Breaks: one is awaited after the other
#     -        await asyncio.gather(
#     -            add("news", 0.1), add("mail", 0.2), add("weather", 0.3)
#     -        )
#     +        await add("news", 0.1)
#     +        await add("mail", 0.2)
#     +        await add("weather", 0.3)
