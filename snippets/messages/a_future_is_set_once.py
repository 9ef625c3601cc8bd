"""A future can be given a result once."""

import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("<news>")
    future.set_result("<mail>")


asyncio.run(main())


# Proof:
# Raises: asyncio.exceptions.InvalidStateError: invalid state
