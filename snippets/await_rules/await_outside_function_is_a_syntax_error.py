"""At the top of a program, await is a SyntaxError."""

import asyncio

print("never printed")
await asyncio.sleep(0)


# Proof:
# Raises: SyntaxError: 'await' outside function
# Breaks: the await stands in a function
#     -await asyncio.sleep(0)
#     +async def main():
#     +    await asyncio.sleep(0)
#     +asyncio.run(main())
