"""An __aenter__ that is an ordinary method returns nothing to await."""

import asyncio


class Session:
    def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        print("closed")


async def main():
    async with Session():
        print("open")


asyncio.run(main())


# Proof:
# Raises: TypeError: 'async with' received an object from __aenter__ that does not implement __await__: Session
