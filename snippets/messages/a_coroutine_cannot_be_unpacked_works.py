"""The result of a coroutine can be unpacked."""

import asyncio


async def fetch():
    return 200, "<news>"


async def main():
    status, page = await fetch()
    print(status, page)


asyncio.run(main())


# Proof:
# Output:
#     200 <news>
