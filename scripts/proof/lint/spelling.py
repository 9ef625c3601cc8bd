"""Finds names of Python that a page spells wrongly."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pkgutil import resolve_name

from proof.errors import ProofError
from proof.lint.fences import without_fences
from proof.lint.pages import Page
from proof.lint.python_names import python_names

_SPAN = re.compile(r"(?<!`)`(\w+(?:\.\w+)+)(?:\(\))?`(?!`)")
# How alike two names are if one is the other with a slip in it.
_ALIKE = 0.85


def page_errors(page: Page) -> Iterator[ProofError]:
    """One error for each name in prose that is almost a name of Python."""
    yield from misspelt(page.text, page.path)


def misspelt(text: str, path: str) -> Iterator[ProofError]:
    """The same for one page.

    A name that nothing is like may be one of a later version.

    Args:
        text: Its Markdown.
        path: How to name it.
    """
    for number, line in enumerate(without_fences(text.splitlines()), 1):
        for name in _SPAN.findall(line):
            likely = _likely(name)
            if likely:
                yield ProofError(
                    f"Python 3.15's documentation has no {name}; is it {likely}?",
                    path,
                    number,
                )


@cache
def _likely(name: str) -> str | None:
    """The name that one that does not exist is probably a slip of."""
    names = python_names()
    module = next((m for m in names.modules if name.startswith(f"{m}.")), None)
    if module is None or name in names.places or _exists(name):
        return None
    close = get_close_matches(name, names.documented(module), 1, _ALIKE)
    return close[0] if close else None


def _exists(name: str) -> bool:
    """Whether this Python has it, although nothing documents it."""
    try:
        resolve_name(name)
    except (ImportError, AttributeError, ValueError):
        return False
    return True
