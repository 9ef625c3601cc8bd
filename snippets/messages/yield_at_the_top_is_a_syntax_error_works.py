"""yield belongs in a function."""

def names():
    for name in ("news", "mail"):
        yield name


print(list(names()))


# Proof:
# Output:
#     ['news', 'mail']
