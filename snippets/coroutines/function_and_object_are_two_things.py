"""A coroutine function is one thing, the coroutine it makes another."""

import asyncio
from inspect import isawaitable, iscoroutine, iscoroutinefunction


async def fetch(name):
    return f"<{name}>"


def describe(thing):
    print("  coroutine function:", iscoroutinefunction(thing))
    print("  coroutine:         ", iscoroutine(thing))
    print("  can be awaited:    ", isawaitable(thing))


async def main():
    print("fetch is a")
    describe(fetch)

    news, mail = fetch("news"), fetch("mail")
    print("fetch('news') is a")
    describe(news)

    print("the same one twice:", news is mail)
    print(await mail, await news)


asyncio.run(main())


# Proof:
# Output:
#     fetch is a
#       coroutine function: True
#       coroutine:          False
#       can be awaited:     False
#     fetch('news') is a
#       coroutine function: False
#       coroutine:          True
#       can be awaited:     True
#     the same one twice: False
#     <mail> <news>
# Breaks: the two names are one coroutine
#     -    news, mail = fetch("news"), fetch("mail")
#     +    news = mail = fetch("news")
