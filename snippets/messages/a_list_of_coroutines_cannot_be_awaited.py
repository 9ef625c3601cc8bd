"""A list of coroutines cannot be awaited."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


async def main():
    fetches = [fetch("news"), fetch("mail")]
    try:
        await fetches
    finally:
        for one in fetches:
            one.close()


asyncio.run(main())


# Proof:
# Raises [<3.14]: TypeError: object list can't be used in 'await' expression
# Raises [>=3.14]: TypeError: 'list' object can't be awaited
