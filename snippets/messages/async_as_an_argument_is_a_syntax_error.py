"""The keyword async is no name for an argument."""

def fetch(name, async=True):
    print(name)


fetch("news", async=False)


# Proof:
# Raises: SyntaxError: invalid syntax
