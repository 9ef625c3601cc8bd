"""The generator of a context manager has to yield."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connected(host):
    if host:
        yield f"<{host}>"


async def main():
    async with connected("") as connection:
        print(connection)


asyncio.run(main())


# Proof:
# Raises: RuntimeError: generator didn't yield
