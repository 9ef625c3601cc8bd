"""A Runner takes a function that makes its loop."""

import asyncio


async def main():
    print("running")


make = asyncio.SelectorEventLoop
with asyncio.Runner(loop_factory=make) as runner:
    runner.run(main())


# Proof:
# Output:
#     running
