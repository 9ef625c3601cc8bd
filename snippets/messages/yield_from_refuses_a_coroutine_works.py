"""async def and await took the place of yield from."""

import asyncio


async def fetch(name):
    return f"<{name}>"


async def main():
    page = await fetch("news")
    print(page)


asyncio.run(main())


# Proof:
# Output:
#     <news>
