"""time.sleep in a thread leaves the event loop free for the others."""

import asyncio
import time


async def hello():
    print("Hello")
    await asyncio.to_thread(time.sleep, 1)
    print("World")


async def main():
    await asyncio.gather(hello(), hello())


asyncio.run(main())


# Proof:
# Output:
#     Hello
#     Hello
#     World
#     World
# Takes: 1.0 s
# Blocks: 0.0 s ± 0.5 s
