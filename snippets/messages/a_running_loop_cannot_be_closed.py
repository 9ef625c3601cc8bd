"""A loop cannot be closed while it is running."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.close()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Cannot close a running event loop
