"""An ordinary function that returns nothing leaves await with None."""

import asyncio


def save(page):
    print("saved", page)


async def main():
    await save("<news>")


asyncio.run(main())


# Proof:
# Output:
#     saved <news>
# Raises [<3.14]: TypeError: object NoneType can't be used in 'await' expression
# Raises [>=3.14]: TypeError: 'NoneType' object can't be awaited
