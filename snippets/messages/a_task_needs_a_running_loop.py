"""A task can be created only while a loop is running."""

import asyncio


async def fetch():
    return "<news>"


coroutine = fetch()
try:
    asyncio.create_task(coroutine)
finally:
    coroutine.close()


# Proof:
# Raises: RuntimeError: no running event loop
