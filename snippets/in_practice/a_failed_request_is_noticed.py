# /// script
# [tool.proof]
# xfail = true
# ///
"""A request that fails is noticed."""

import asyncio


async def request(page):
    await asyncio.sleep(0.1)
    if page == "two":
        raise LookupError(page)


async def main():
    requests = map(request, ("one", "two", "three"))
    await asyncio.gather(*requests, return_exceptions=True)
    print("all there")


asyncio.run(main())


# Proof:
# Raises: LookupError: two
# Output:
