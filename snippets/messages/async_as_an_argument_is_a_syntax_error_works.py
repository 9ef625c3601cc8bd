"""A name other than a keyword is one for an argument."""

def fetch(name, is_async=True):
    print(name)


fetch("news", is_async=False)


# Proof:
# Output:
#     news
