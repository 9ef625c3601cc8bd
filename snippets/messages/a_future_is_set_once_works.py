"""done says whether a future has its result already."""

import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("<news>")
    if not future.done():
        future.set_result("<mail>")
    print(await future)


asyncio.run(main())


# Proof:
# Output:
#     <news>
