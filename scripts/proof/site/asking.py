"""What the code blocks of a page ask for: by that it is known what they depend on."""

import ast
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import Final

from proof.lint.fences import fences
from proof.lint.references import CALLS

_NOTHING_ELSE: Final = {
    *CALLS,
    *("evidence_fields", "legend", "limits", "lookup", "packages", "ProofError"),
}
_ALL_RUNS: Final = {
    *("every_snippet", "playground", "runs", "totals", "what_changed", "whole_build"),
}
_HARMLESS: Final = {"itertools", "statistics"}


class Extent(IntEnum):
    """How much of the project the blocks of a page ask for, besides what they name."""

    NOTHING = 0
    ALL_RUNS = 1
    ALL_PAGES = 2
    ANYTHING = 3
    """What nobody can know: such a page is rendered by every build."""


@lru_cache(maxsize=2048)
def extent(markdown: str) -> Extent:
    """How much a page asks for.

    Args:
        markdown: Its text.
    """
    blocks = (one for one in fences(markdown.splitlines()) if one.is_executed)
    return max((_extent(one.code) for one in blocks), default=Extent.NOTHING)


def _extent(code: str) -> Extent:
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return Extent.ANYTHING
    return max(map(_extent_of, _imports(tree)), default=Extent.NOTHING)


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The modules that are imported, and which name of each; `*` for all."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "*") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def _extent_of(imported: tuple[str, str]) -> Extent:
    module, name = imported
    if module in _HARMLESS or (module == "proof" and name in _NOTHING_ELSE):
        return Extent.NOTHING
    if module == "proof":
        return Extent.ALL_RUNS if name in _ALL_RUNS else Extent.ALL_PAGES
    # What is inside the package is known to read no page.
    return Extent.ALL_RUNS if module.startswith("proof.") else Extent.ANYTHING
