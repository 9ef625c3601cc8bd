"""What an ordinary function returns cannot be awaited."""

import asyncio


def size(page):
    return len(page)


async def main():
    print(await size("<news>"))


asyncio.run(main())


# Proof:
# Raises [<3.14]: TypeError: object int can't be used in 'await' expression
# Raises [>=3.14]: TypeError: 'int' object can't be awaited
