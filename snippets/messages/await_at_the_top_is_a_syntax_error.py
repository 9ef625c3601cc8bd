"""At the top of a file, await is a SyntaxError."""

async def fetch(name):
    return f"<{name}>"


print(await fetch("news"))


# Proof:
# Raises: SyntaxError: 'await' outside function
