"""Every method of an AsyncMock returns a coroutine, plain ones too."""

import asyncio
from unittest.mock import AsyncMock


async def fetch(session):
    response = await session.get("/news")
    response.raise_for_status()
    return response.status


async def main():
    session = AsyncMock()
    session.get.return_value.status = 200
    print(await fetch(session))


asyncio.run(main())


# Proof:
# Output:
#     200
# Stderr:
#     snippets/messages/a_mock_was_never_awaited.py:9: RuntimeWarning: coroutine 'AsyncMockMixin._execute_mock_call' was never awaited
#       response.raise_for_status()
#     RuntimeWarning: Enable tracemalloc to get the object allocation traceback
