"""In a plain def, a list comprehension that awaits is a SyntaxError."""

async def fetch(name):
    return f"<{name}>"


def main():
    return [await fetch(name) for name in ("news", "mail")]


print(main())


# Proof:
# Raises: SyntaxError: asynchronous comprehension outside of an asynchronous function
