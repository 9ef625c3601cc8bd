"""Outside every function, yield from is a SyntaxError too."""

for numbers in ((1, 2), (3, 4)):
    yield from numbers


# Proof:
# Raises [<3.13]: SyntaxError: 'yield' outside function
# Raises [>=3.13]: SyntaxError: 'yield from' outside function
# Breaks: it stands in a function
#     -for numbers in ((1, 2), (3, 4)):
#     -    yield from numbers
#     +def flatten():
#     +    for numbers in ((1, 2), (3, 4)):
#     +        yield from numbers
