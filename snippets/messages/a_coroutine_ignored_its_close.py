"""A coroutine that awaits while it is closed raises RuntimeError."""

import asyncio


async def fetch():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.1)


async def main():
    coroutine = fetch()
    coroutine.send(None)
    coroutine.close()


asyncio.run(main())


# Proof:
# Raises: RuntimeError: coroutine ignored GeneratorExit
