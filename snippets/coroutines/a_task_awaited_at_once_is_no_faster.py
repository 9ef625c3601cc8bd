"""A task that is awaited where it is created gains nothing."""

import asyncio


async def fetch(name: str) -> str:
    """Wait for an answer."""
    await asyncio.sleep(0.2)
    print("fetched", name)
    return name


async def main() -> None:
    """Create a task, await it, create the next."""
    await asyncio.create_task(fetch("a"))
    await asyncio.create_task(fetch("b"))
    await asyncio.create_task(fetch("c"))


asyncio.run(main())


# Proof:
# Output:
#     fetched a
#     fetched b
#     fetched c
# Takes: 0.6 s
