"""wait refuses to wait for no task at all."""

import asyncio


async def fetch(name):
    return f"<{name}>"


async def main(names):
    tasks = [asyncio.create_task(fetch(name)) for name in names]
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))


asyncio.run(main(names=[]))


# Proof:
# Raises: ValueError: Set of Tasks/Futures is empty.
