"""Links into Python's documentation, and names that it does not know."""
