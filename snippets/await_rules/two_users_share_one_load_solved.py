"""Two users wait for one load."""

import asyncio
from collections.abc import Awaitable


async def load() -> str:
    """Load what both need."""
    print("loading")
    await asyncio.sleep(0.2)
    return "settings"


async def use(name: str, loaded: Awaitable[str]) -> None:
    """Wait for it."""
    print(name, "has", await loaded)


async def main() -> None:
    """Load once for two."""
    loaded = asyncio.create_task(load())
    await asyncio.gather(use("a", loaded), use("b", loaded))


asyncio.run(main())


# Proof:
# Output:
#     loading
#     a has settings
#     b has settings
# Takes: 0.2 s ± 0.15 s
