"""A task that is ready still waits until the loop is free."""

import asyncio
import time


async def block() -> None:
    """Take the first turn, and keep it."""
    time.sleep(0.2)


async def greet() -> None:
    """Say that it is its turn."""
    print("my turn at last")


async def main() -> None:
    """Create both tasks at once."""
    first = asyncio.create_task(block(), name="first")
    second = asyncio.create_task(greet(), name="second")
    await first
    await second


asyncio.run(main())


# Proof:
# Output:
#     my turn at last
# Takes: 0.2 s
# Blocks: 0.2 s
