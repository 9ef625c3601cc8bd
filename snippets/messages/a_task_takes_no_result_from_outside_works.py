"""A future gets its result from whoever has it."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.1, future.set_result, "news")
    print(await future)


asyncio.run(main())


# Proof:
# Output:
#     news
