"""The generator of a context manager yields or raises."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connected(host):
    if not host:
        raise ValueError("no host")
    yield f"<{host}>"


async def main():
    try:
        async with connected("") as connection:
            print(connection)
    except ValueError as error:
        print(error)


asyncio.run(main())


# Proof:
# Output:
#     no host
