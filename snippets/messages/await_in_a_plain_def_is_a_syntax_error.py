"""In a plain def, await is a SyntaxError."""

import asyncio


def fetch(name):
    await asyncio.sleep(0.1)
    return f"<{name}>"


print(fetch("news"))


# Proof:
# Raises: SyntaxError: 'await' outside async function
