"""A generator left by the last break is cancelled, not closed."""

import asyncio
import sys
from collections.abc import AsyncIterator


async def rows() -> AsyncIterator[int]:
    """Give rows, and take a moment to clean up."""
    try:
        for row in (1, 2, 3):
            await asyncio.sleep(0.1)
            yield row
    finally:
        error = sys.exc_info()[1]
        print("rows: finally, for", type(error).__name__)
        await asyncio.sleep(0.1)
        print("rows: cleaned up")


async def main() -> None:
    """Leave the loop after the first row, and end."""
    async for row in rows():
        print("main: got row", row)
        break
    print("main: ends")


asyncio.run(main())


# Proof:
# Output [<3.13]:
#     main: got row 1
#     main: ends
#     rows: finally, for CancelledError
# Output [>=3.13]:
#     main: got row 1
#     main: ends
#     rows: finally, for CancelledError
#     rows: cleaned up
