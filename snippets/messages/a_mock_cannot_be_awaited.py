"""What a MagicMock returns cannot be awaited."""

import asyncio
from unittest.mock import MagicMock


async def title(fetch):
    page = await fetch("news")
    return page.title()


async def main():
    fetch = MagicMock()
    print(await title(fetch))


asyncio.run(main())


# Proof:
# Raises [<3.14]: TypeError: object MagicMock can't be used in 'await' expression
# Raises [>=3.14]: TypeError: 'MagicMock' object can't be awaited
