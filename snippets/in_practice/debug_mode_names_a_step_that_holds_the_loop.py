"""In debug mode asyncio reports each step of more than 0.1 s."""

import asyncio
import time


async def load(name):
    await asyncio.sleep(0.1)
    print("load", name)
    time.sleep(0.3)


async def main():
    loading = asyncio.create_task(load("large.csv"), name="loader")
    await asyncio.create_task(asyncio.sleep(0.5), name="sleeper")
    await loading


asyncio.run(main(), debug=True)


# Proof:
# Output:
#     load large.csv
# Stderr:
#     ...
#     Executing <Task finished name='loader' coro=<load() done, ...> took ... seconds
#     ...
# Takes: 0.5 s ± 0.2 s
