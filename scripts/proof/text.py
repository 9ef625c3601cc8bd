"""Numbers of things, as a sentence tells them."""


def counted(count: int, noun: str) -> str:
    """A number with its noun, whose plural ends with an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
