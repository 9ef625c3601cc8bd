# /// script
# [tool.proof]
# xfail = true
# ///
"""A name that is taken is refused."""

import asyncio

TAKEN = {"ada"}


async def is_free(name):
    await asyncio.sleep(0.1)
    return name not in TAKEN


async def main():
    for name in ("ada", "bob"):
        if is_free(name):
            print(name, "is yours")
        else:
            print(name, "is taken")


asyncio.run(main())


# Proof:
# Output:
#     ada is taken
#     bob is yours
