"""In a plain def, async with is a SyntaxError."""

import asyncio


def main():
    async with asyncio.Lock():
        print("locked")


main()


# Proof:
# Raises: SyntaxError: 'async with' outside async function
