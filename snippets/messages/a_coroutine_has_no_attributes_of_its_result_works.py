"""The awaited result has the attributes that its coroutine lacks."""

import asyncio


async def fetch(name):
    return f"<{name}>"


async def main():
    page = await fetch("news")
    print(page.upper())


asyncio.run(main())


# Proof:
# Output:
#     <NEWS>
