"""asyncio.wait takes tasks and no coroutines."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


async def main():
    fetches = [fetch("news"), fetch("mail")]
    try:
        await asyncio.wait(fetches)
    finally:
        for one in fetches:
            one.close()


asyncio.run(main())


# Proof:
# Raises: TypeError: Passing coroutines is forbidden, use tasks explicitly.
