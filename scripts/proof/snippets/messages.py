"""Messages of Python: a program that gets one, and beside it one that does not."""

from typing import Final

_ENDING: Final = "_works.py"


def working_of(name: str) -> str:
    """Where the program is that works.

    Args:
        name: Path below `snippets/` of the program that gets the message.
    """
    return f"{name.removesuffix('.py')}{_ENDING}"


def is_working(name: str) -> bool:
    """Whether a program is there to show what works, by its name."""
    return name.endswith(_ENDING)
