"""Numbers and names as a sentence says them."""

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """A number with its noun, whose plural ends with an s: `1 task`, `1,200 tasks`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: Sequence[str], most: int = 3, more: int = 0) -> str:
    """Names as a list in a sentence: `a`, `a and b`, `a, b, c and 2 more`.

    Args:
        names: At least one name.
        most: How many are named; the others are counted.
        more: How many others there are without a name.
    """
    more += max(len(names) - most, 0)
    *others, last = [*names[:most], f"{more:,} more"] if more else names
    return f"{', '.join(others)} and {last}" if others else last
