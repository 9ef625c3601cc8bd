"""What differs between claimed and printed lines, as a unified diff."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from proof.checking.alignment import align
from proof.checking.matching import (
    is_any_lines,
    matched_in_any_order,
    without_trailing_blank_lines,
)

_CONTEXT = 3


def diff(
    patterns: Sequence[str], lines: Sequence[str], claimed: str, printed: str
) -> tuple[str, ...]:
    """A unified diff of claimed and printed lines; empty where these match.

    As few lines as possible are marked: wildcards are shown as what they match.

    Args:
        patterns: The claimed lines.
        lines: The printed lines.
        claimed: What to call the first in the header.
        printed: What to call the second.
    """
    rows = list(_rows(patterns, _as_claims_see_them(lines)))
    hunks = [line for hunk in _hunks(rows) for line in hunk]
    return _with_header(hunks, claimed, printed)


def diff_unordered(
    patterns: Sequence[str], lines: Sequence[str], claimed: str, printed: str
) -> tuple[str, ...]:
    """What is missing and what is too much where the order does not count.

    Args:
        patterns: The claimed lines.
        lines: The printed lines.
        claimed: What to call the first in the header.
        printed: What to call the second.
    """
    lines = _as_claims_see_them(lines)
    wanted = [pattern for pattern in patterns if not is_any_lines(pattern)]
    taken = matched_in_any_order(wanted, lines)
    missing = set(range(len(wanted))) - set(taken.values())
    others_may_come = len(wanted) < len(patterns)
    rows = [f"-{_as_printed(wanted[index])}" for index in sorted(missing)]
    rows += [
        f"+{line}"
        for index, line in enumerate(lines)
        if index not in taken and not others_may_come
    ]
    return _with_header(["@@ in any order @@", *rows] if rows else [], claimed, printed)


def _as_claims_see_them(lines: Sequence[str]) -> list[str]:
    return without_trailing_blank_lines([line.rstrip() for line in lines])


def _as_printed(pattern: str) -> str:
    return pattern.rstrip().replace("\\...", "...")


def _with_header(hunks: Sequence[str], claimed: str, printed: str) -> tuple[str, ...]:
    return (f"--- {claimed}", f"+++ {printed}", *hunks) if hunks else ()


def _rows(patterns: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    """All lines of both sides, each behind its sign: a space, `-` or `+`."""
    for pair in align(patterns, lines):
        if pair.line is not None:
            yield f"{' ' if pair.is_match else '+'}{lines[pair.line]}"
        elif pair.pattern is not None and not is_any_lines(patterns[pair.pattern]):
            yield f"-{_as_printed(patterns[pair.pattern])}"


def _hunks(rows: Sequence[str]) -> Iterator[list[str]]:
    """What is marked with what is around it, each part behind a line that places it."""
    marked = [index for index, row in enumerate(rows) if row[0] != " "]
    far = [(a, b) for a, b in pairwise(marked) if b - a > 2 * _CONTEXT + 1]
    firsts = [*marked[:1], *(b for _, b in far)]
    lasts = [*(a for a, _ in far), *marked[-1:]]
    for first, last in zip(firsts, lasts, strict=True):
        begin, end = max(0, first - _CONTEXT), last + _CONTEXT + 1
        sides = (_range(rows, begin, end, other) for other in "+-")
        yield ["@@ -{} +{} @@".format(*sides), *rows[begin:end]]


def _range(rows: Sequence[str], begin: int, end: int, other: str) -> str:
    """Lines of one side in a hunk, in the words of a unified diff."""
    before = sum(row[0] != other for row in rows[:begin])
    length = sum(row[0] != other for row in rows[begin:end])
    if length == 1:
        return f"{before + 1}"
    return f"{before + 1 if length else before},{length}"
