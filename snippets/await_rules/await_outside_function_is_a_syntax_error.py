"""At the top of a program, await is a SyntaxError."""

import asyncio

print("never printed")
await asyncio.sleep(0)


# Proof:
# Raises: SyntaxError: 'await' outside function
