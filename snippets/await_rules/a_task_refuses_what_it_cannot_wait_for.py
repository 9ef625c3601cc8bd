"""A task refuses what __await__ yields if it cannot wait for it."""

import asyncio
from collections.abc import Generator


class Stranger:
    """Awaitable, but not in asyncio's way."""

    def __await__(self) -> Generator[str, None, None]:
        """Hand the task something it cannot wait for."""
        yield "please wait"


async def main() -> None:
    """Await the stranger."""
    await Stranger()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: Task got bad yield: 'please wait'
