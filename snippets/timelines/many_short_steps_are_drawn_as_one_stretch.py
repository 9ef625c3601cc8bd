"""Two hundred steps in a fraction of a second are drawn together."""

import asyncio


async def tick() -> None:
    """Take two hundred steps, a moment apart."""
    for _ in range(199):
        await asyncio.sleep(0.001)
    print("200 steps")


async def main() -> None:
    """Start the ticker and wait for it."""
    await asyncio.create_task(tick(), name="ticker")


asyncio.run(main())


# Proof:
# Output:
#     200 steps
