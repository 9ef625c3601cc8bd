"""At the top of a file, yield is a SyntaxError."""

for name in ("news", "mail"):
    yield name


# Proof:
# Raises: SyntaxError: 'yield' outside function
