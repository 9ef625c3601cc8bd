"""An operator right after await is a SyntaxError."""

import asyncio


async def two() -> int:
    """Return two."""
    return 2


async def main() -> None:
    """Mean -await two(), write it the other way round."""
    print(await -two())


asyncio.run(main())


# Proof:
# Raises: SyntaxError: invalid syntax
# Breaks: the minus stands before await
#     -    print(await -two())
#     +    print(-await two())
