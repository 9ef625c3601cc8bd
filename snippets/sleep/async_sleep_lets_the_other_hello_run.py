"""While one hello sleeps in asyncio.sleep, the other runs."""

import asyncio


async def hello() -> None:
    """Greet, give the loop away, go on."""
    print("Hello")
    await asyncio.sleep(1)
    print("World")


async def main() -> None:
    """Run two hellos side by side."""
    await asyncio.gather(hello(), hello())


asyncio.run(main())


# Proof:
# Output:
#     Hello
#     Hello
#     World
#     World
# Takes: 1.0 s
