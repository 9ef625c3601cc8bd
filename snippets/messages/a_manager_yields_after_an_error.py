"""The generator of a context manager must not yield after an error."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def retried():
    for attempt in range(3):
        try:
            yield attempt
        except OSError:
            print("again")


async def main():
    async with retried():
        raise OSError("no network")


asyncio.run(main())


# Proof:
# Output:
#     again
# Raises: RuntimeError: generator didn't stop after athrow()
