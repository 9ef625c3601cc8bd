"""An asynchronous generator may return no value."""

async def names():
    yield "news"
    return "no more"


# Proof:
# Raises: SyntaxError: 'return' with value in async generator
