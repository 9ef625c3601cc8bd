"""In a plain def, async for is a SyntaxError."""

async def names():
    yield "news"


def main():
    async for name in names():
        print(name)


main()


# Proof:
# Raises: SyntaxError: 'async for' outside async function
