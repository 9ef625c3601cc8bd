# /// script
# [tool.proof]
# xfail = true
# ///
"""An exception with another message is not the one that is claimed."""

import asyncio


async def main():
    print("before")
    raise ValueError("no such thing")


asyncio.run(main())


# Proof:
# Output:
#     before
# Raises: ValueError: nothing like it
