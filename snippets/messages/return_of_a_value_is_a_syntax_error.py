"""In an asynchronous generator, return with a value is a SyntaxError."""

async def names():
    yield "news"
    return "no more"


# Proof:
# Raises: SyntaxError: 'return' with value in async generator
