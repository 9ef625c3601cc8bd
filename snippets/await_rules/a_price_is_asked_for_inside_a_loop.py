# /// script
# [tool.proof]
# xfail = true
# ///
"""A price is asked for while a loop is running already."""

import asyncio


async def ask(what: str) -> int:
    """Ask a server."""
    await asyncio.sleep(0.1)
    return len(what)


def price(what: str) -> str:
    """Put it into words."""
    return f"{what}: {asyncio.run(ask(what))}"


async def main() -> None:
    """Print a price."""
    print(price("tea"))


asyncio.run(main())


# Proof:
# Output:
#     tea: 3
