"""A property can be async def: its value is awaited."""

import asyncio


class Page:
    """Knows its size only after asking for it."""

    @property
    async def size(self):
        await asyncio.sleep(0.1)
        return 12


async def main():
    print("size:", await Page().size)


asyncio.run(main())


# Proof:
# Output:
#     size: 12
# Breaks: the property is not awaited
#     -    print("size:", await Page().size)
#     +    print("size:", Page().size)
