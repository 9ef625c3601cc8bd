"""async def with nothing in it is valid; awaited, it gives None."""

import asyncio


async def noop() -> None:  # noqa: D103
    pass


async def main() -> None:
    """Await it, and look at what comes out."""
    result: object = await noop()  # type: ignore[func-returns-value]
    print("await noop() gave", result)


asyncio.run(main())


# Proof:
# Output:
#     await noop() gave None
