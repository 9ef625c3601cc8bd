"""gather takes awaitables one by one, and no list of them."""

import asyncio


async def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


async def main():
    fetches = [fetch("news"), fetch("mail")]
    try:
        await asyncio.gather(fetches)
    finally:
        for one in fetches:
            one.close()


asyncio.run(main())


# Proof:
# Raises [<3.14]: TypeError: unhashable type: 'list'
# Raises [>=3.14]: TypeError: cannot use 'list' as a dict key (unhashable type: 'list')
