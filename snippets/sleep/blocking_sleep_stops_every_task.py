"""While one hello sleeps in time.sleep, no other task runs."""

import asyncio
import time


async def hello() -> None:
    """Greet, keep the loop, go on."""
    print("Hello")
    time.sleep(1)
    print("World")


async def main() -> None:
    """Run two hellos side by side."""
    await asyncio.gather(hello(), hello())


asyncio.run(main())


# Proof:
# Output:
#     Hello
#     World
#     Hello
#     World
# Takes: 2.0 s
# Blocks: 1.0 s
