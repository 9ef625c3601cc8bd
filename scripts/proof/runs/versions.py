"""The versions of Python that the site is about."""

from collections.abc import Sequence
from typing import Final

SUPPORTED: Final = ("3.11", "3.12", "3.13", "3.14", "3.15")
"""The minor versions on which snippets are run, oldest first."""


def order(version: str) -> tuple[int, int]:
    """A key by which versions such as `3.9` and `3.14t` sort by age."""
    major, _, minor = version.removesuffix("t").partition(".")
    return int(major), int(minor)


def spanned(versions: Sequence[str]) -> str:
    """Versions in a sentence: `3.11`, `3.11 and 3.12`, `3.11 to 3.14`.

    Args:
        versions: At least one, in any order.
    """
    known = sorted(set(versions), key=lambda version: (order(version), version))
    if len(known) == 1:
        return known[0]
    first, last = (order(version)[1] for version in (known[0], known[-1]))
    every = [f"3.{minor}" for minor in range(first, last + 1)]
    if known == every and len(known) > 2:
        return f"{known[0]} to {known[-1]}"
    return f"{', '.join(known[:-1])} and {known[-1]}"
