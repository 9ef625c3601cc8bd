"""Three counts that each sleep one second end together after one."""

import asyncio


async def count() -> None:
    """Print, wait for a second, print."""
    print("One")
    await asyncio.sleep(1)
    print("Two")


async def main() -> None:
    """Run three counts side by side."""
    await asyncio.gather(count(), count(), count())


asyncio.run(main())


# Proof:
# Output:
#     One
#     One
#     One
#     Two
#     Two
#     Two
# Takes: 1.0 s
