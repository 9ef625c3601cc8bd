"""asynccontextmanager makes a function that yields fit async with."""

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def connect():
    print("opened")
    try:
        yield "<connection>"
    finally:
        print("closed")


async def main():
    async with connect() as connection:
        print(connection)


asyncio.run(main())


# Proof:
# Output:
#     opened
#     <connection>
#     closed
