"""async and await are keywords: as a name, each is a SyntaxError."""

async = True
print("never printed", async)


# Proof:
# Raises: SyntaxError: invalid syntax
# Breaks: the name ends in an underscore
#     -async = True
#     -print("never printed", async)
#     +async_ = True
#     +print("never printed", async_)
