"""next with a default raises no StopIteration, in a thread either."""

import asyncio


async def main():
    names = iter([])
    async with asyncio.timeout(0.1):
        print(await asyncio.to_thread(next, names, None))


asyncio.run(main())


# Proof:
# Output:
#     None
