"""A loop that is stopped early has no result."""

import asyncio


async def main():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.run_until_complete(asyncio.sleep(0.2))
    loop.close()


# Proof:
# Raises: RuntimeError: Event loop stopped before Future completed.
