"""Parentheses around the await come before the brackets."""

import asyncio


async def fetch(name):
    return {"title": name}


async def main():
    print((await fetch("news"))["title"])


asyncio.run(main())


# Proof:
# Output:
#     news
