"""Assigning to what is awaited is a SyntaxError."""

import asyncio


async def main():
    await page = asyncio.sleep(0.1, "<news>")
    print(page)


asyncio.run(main())


# Proof:
# Raises: SyntaxError: cannot assign to await expression here. Maybe you meant '==' instead of '='?
