"""A response whose methods are plain is a plain Mock."""

import asyncio
from unittest.mock import AsyncMock, Mock


async def fetch(session):
    response = await session.get("/news")
    response.raise_for_status()
    return response.status


async def main():
    session = AsyncMock()
    session.get.return_value = Mock(status=200)
    print(await fetch(session))


asyncio.run(main())


# Proof:
# Output:
#     200
