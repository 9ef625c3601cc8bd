"""An __aenter__ is async def."""

import asyncio


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        print("closed")


async def main():
    async with Session():
        print("open")


asyncio.run(main())


# Proof:
# Output:
#     open
#     closed
