# /// script
# [tool.proof]
# xfail = true
# ///
"""Two hellos that sleep one second take one second together."""

import asyncio
import time


async def hello():
    print("Hello")
    time.sleep(1)
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
# Takes: 1.0 s ± 0.3 s
# Blocks: 0.0 s ± 0.3 s
