"""Outside every function, yield is a SyntaxError."""

for number in (1, 2):
    yield number


# Proof:
# Raises: SyntaxError: 'yield' outside function
# Breaks: it stands in a function
#     -for number in (1, 2):
#     -    yield number
#     +def count():
#     +    for number in (1, 2):
#     +        yield number
