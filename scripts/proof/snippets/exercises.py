"""Exercises: a program that does not do as it claims, and its solution beside it."""

from dataclasses import replace
from typing import Final

from proof.snippets.snippet import Snippet

_ENDING: Final = "_solved.py"
# In the place of the metadata, which says that it fails on purpose: at least so many
# lines are that, and all others keep their numbers.
_ABOVE: Final = (
    "# An exercise: change this program until it does",
    "# what is claimed at its end, and leave the claims",
    "# as they are.",
)


def solution_of(name: str) -> str:
    """Where the solution of an exercise is.

    Args:
        name: Path of the program below `snippets/` that a reader is to change.
    """
    return f"{name.removesuffix('.py')}{_ENDING}"


def exercise_of(name: str) -> str:
    """The program that a snippet is the solution of; empty if it is none."""
    return f"{name.removesuffix(_ENDING)}.py" if name.endswith(_ENDING) else ""


def as_given(snippet: Snippet) -> Snippet:
    """The program as a reader gets it: nothing in it says that it fails on purpose."""
    above = snippet.first_line - 1
    blank = [""] * (above - len(_ABOVE))
    given = "\n".join([*_ABOVE, *blank][:above] + snippet.lines[above:])
    return replace(snippet, content=f"{given}\n".encode())
