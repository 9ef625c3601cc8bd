"""async def with nothing in it is valid; awaited, it gives None."""

import asyncio


async def noop():
    pass


async def main():
    result: object = await noop()
    print("await noop() gave", result)


asyncio.run(main())


# Proof:
# Output:
#     await noop() gave None
# Breaks: the await is forgotten
#     -    result: object = await noop()
#     +    result: object = noop()
