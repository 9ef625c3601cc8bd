"""Finds names of Python that a page spells wrongly."""

import re
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from operator import attrgetter
from types import ModuleType

from proof.errors import ProofError
from proof.lint.fences import without_fences
from proof.lint.pages import Page
from proof.lint.python_names import python_names

_SPAN = re.compile(r"(?<!`)`(\w+(?:\.\w+)+)(?:\(\))?`(?!`)")
# How alike two names are if one is the other with a slip in it.
_ALIKE = 0.85


def page_errors(page: Page) -> Iterator[ProofError]:
    """One error for each name in prose that is almost a name of Python.

    A name that nothing is like may be one of a later version.
    """
    for number, line in enumerate(without_fences(page.text.splitlines()), 1):
        for name in _SPAN.findall(line):
            likely = _likely(name)
            if likely:
                yield ProofError(
                    f"Python 3.15's documentation has no {name}; is it {likely}?",
                    page.path,
                    number,
                )


@cache
def _likely(name: str) -> str | None:
    """The name that one that does not exist is probably a slip of."""
    names = python_names()
    module = next((m for m in names.modules if name.startswith(f"{m}.")), None)
    if module is None or name in names.places or _exists(name, module):
        return None
    close = get_close_matches(name, names.documented(module), 1, _ALIKE)
    return close[0] if close else None


def _exists(name: str, module: str) -> bool:
    """Whether this Python has it in a module, although nothing documents it."""
    if module.partition(".")[0] not in sys.stdlib_module_names:
        return False
    try:
        found = import_module(module)
        first, *rest = name.removeprefix(f"{module}.").split(".")
        if not rest and _is_submodule(found, first):
            return True
        attrgetter(".".join((first, *rest)))(found)
    except Exception:  # noqa: BLE001 (a module may raise anything, on this platform)
        return False
    return True


def _is_submodule(package: ModuleType, name: str) -> bool:
    """Whether a package has a module, which is not imported to see."""
    path = getattr(package, "__path__", None)
    return (
        path is not None
        and PathFinder.find_spec(f"{package.__name__}.{name}", path) is not None
    )
