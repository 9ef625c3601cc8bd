"""gather takes nothing and returns an empty list."""

import asyncio


async def fetch(name):
    return f"<{name}>"


async def main(names):
    pages = await asyncio.gather(*[fetch(name) for name in names])
    print(pages)


asyncio.run(main(names=[]))


# Proof:
# Output:
#     []
