"""A Runner keeps one loop open for several coroutines."""

import asyncio


async def fetch():
    return "<news>"


with asyncio.Runner() as runner:
    print(runner.run(fetch()))
    print(runner.run(fetch()))


# Proof:
# Output:
#     <news>
#     <news>
