"""What an AsyncMock returns can be awaited."""

import asyncio
from unittest.mock import AsyncMock


async def title(fetch):
    page = await fetch("news")
    return page.title()


async def main():
    fetch = AsyncMock(return_value="the news")
    print(await title(fetch))


asyncio.run(main())


# Proof:
# Output:
#     The News
