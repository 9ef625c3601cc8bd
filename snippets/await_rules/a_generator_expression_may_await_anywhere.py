"""A generator expression may await outside of async def."""

import asyncio
from collections.abc import AsyncIterator


async def double(number: int) -> int:
    """Take a moment, double a number."""
    await asyncio.sleep(0.1)
    return number * 2


def doubles() -> AsyncIterator[int]:
    """Await without async def, so it seems."""
    return (
        await double(number)  # type: ignore[await-not-async]
        for number in (1, 2)
    )


outside = (
    await double(number)  # type: ignore[top-level-await]
    for number in (10, 20)
)


async def main() -> None:
    """Iterate over both: here they really await."""
    print(type(outside).__name__)
    async for number in doubles():
        print("made in a function:", number)
    async for number in outside:
        print("made outside:", number)


asyncio.run(main())


# Proof:
# Output:
#     async_generator
#     made in a function: 2
#     made in a function: 4
#     made outside: 20
#     made outside: 40
# Takes: 0.4 s
