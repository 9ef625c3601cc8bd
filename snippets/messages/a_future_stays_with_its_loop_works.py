"""One asyncio.run makes and uses what belongs to its loop."""

import asyncio


async def make():
    return asyncio.get_running_loop().create_future()


async def main():
    future = await make()
    future.set_result("<news>")
    print(await future)


asyncio.run(main())


# Proof:
# Output:
#     <news>
