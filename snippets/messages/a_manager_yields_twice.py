"""The generator of a context manager yields only once."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connected():
    for host in ("news", "mail"):
        yield f"<{host}>"


async def main():
    async with connected() as connection:
        print(connection)


asyncio.run(main())


# Proof:
# Output:
#     <news>
# Raises: RuntimeError: generator didn't stop
