"""In async def, yield from is a SyntaxError."""

async def names():
    yield "news"


async def all_names():
    yield from names()
    yield "mail"


# Proof:
# Raises: SyntaxError: 'yield from' inside async function
