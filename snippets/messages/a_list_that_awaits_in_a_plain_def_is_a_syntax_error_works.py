"""A list comprehension may await in async def."""

import asyncio


async def fetch(name):
    return f"<{name}>"


async def main():
    return [await fetch(name) for name in ("news", "mail")]


print(asyncio.run(main()))


# Proof:
# Output:
#     ['<news>', '<mail>']
