"""An exception that nobody catches ends the program as claimed."""

import asyncio


async def main():
    print("before")
    raise ValueError("no such thing")


asyncio.run(main())


# Proof:
# Output:
#     before
# Raises: ValueError: no such thing
