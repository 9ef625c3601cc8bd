"""Claimed lines made to match printed ones, keeping what they still have in common."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proof.checking.matching import (
    ANY_LINES,
    line_matches,
    without_trailing_blank_lines,
)

# What no line of a file can hold as it is: it would end the line, or be read as blank.
_UNWRITABLE = re.compile("[\0\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# To replace a line is better than to drop one and to add another.
_REPLACED, _DROPPED, _ADDED = 1.0, 1.5, 1.5
# With more pairs of lines than this, comparing each with each would take seconds.
_MOST_PAIRS = 1_000_000


def as_pattern(line: str) -> str:
    """A line as it is written into a claim: real dots marked, trailing blanks gone."""
    return escaped(line.rstrip())


def escaped(text: str) -> str:
    """A part of a line as it is written into a claim."""
    return _UNWRITABLE.sub(ANY_LINES, text.replace("...", "\\..."))


def rewritten(patterns: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """Patterns that printed lines match in order, with as few changes as possible.

    Args:
        patterns: The claimed lines; those that still match stay as they are written.
        lines: The printed lines.
    """
    lines = without_trailing_blank_lines(lines)
    if len(patterns) * len(lines) > _MOST_PAIRS:
        patterns = ()
    return tuple(_Alignment(patterns, lines).cheapest())


def rewritten_unordered(
    patterns: Sequence[str], lines: Sequence[str]
) -> tuple[str, ...]:
    """Patterns that printed lines match in any order; see `rewritten`."""
    wanted = [p for p in patterns if not _is_wild(p)]
    left = without_trailing_blank_lines(lines)
    # Those without a wildcard choose first: no other line would do for them.
    choosing = sorted(range(len(wanted)), key=lambda n: ANY_LINES in wanted[n])
    matched = {n for n in choosing if _take(wanted[n], left)}
    new = iter([as_pattern(line) for line in left])
    kept = [p if n in matched else next(new, None) for n, p in enumerate(wanted)]
    rest = [ANY_LINES] if len(wanted) < len(patterns) else new
    return (*(p for p in kept if p is not None), *rest)


class _Move(NamedTuple):
    """One way to go on: what all costs from there, where it leads, what it writes."""

    cost: float
    pattern: int
    line: int
    written: tuple[str, ...]


class _Alignment:
    """The cheapest way to turn patterns into such that match (an edit distance)."""

    def __init__(self, patterns: Sequence[str], lines: Sequence[str]) -> None:
        self._patterns = patterns
        self._lines = lines
        width = len(lines) + 1
        self._costs = [[0.0] * width for _ in range(len(patterns) + 1)]
        for i in reversed(range(len(patterns) + 1)):
            for j in reversed(range(width)):
                costs = (move.cost for move in self._moves(i, j))
                self._costs[i][j] = min(costs, default=0.0)

    def cheapest(self) -> Iterator[str]:
        i, j = 0, 0
        while i < len(self._patterns) or j < len(self._lines):
            best = min(self._moves(i, j), key=lambda move: move.cost)
            yield from best.written
            i, j = best.pattern, best.line

    def _moves(self, i: int, j: int) -> Iterator[_Move]:
        """The ways to go on; of those that cost the same, the best comes first."""
        has_pattern, has_line = i < len(self._patterns), j < len(self._lines)
        if has_pattern and _is_wild(self._patterns[i]):
            if has_line:
                yield self._move(0, i, j + 1)
            yield self._move(0, i + 1, j, self._patterns[i])
            return
        if has_pattern and has_line:
            if line_matches(self._patterns[i], self._lines[j]):
                yield self._move(0, i + 1, j + 1, self._patterns[i])
            new = as_pattern(self._lines[j])
            yield self._move(_REPLACED, i + 1, j + 1, new)
        if has_pattern:
            yield self._move(_DROPPED, i + 1, j)
        if has_line:
            yield self._move(_ADDED, i, j + 1, as_pattern(self._lines[j]))

    def _move(self, cost: float, i: int, j: int, *written: str) -> _Move:
        return _Move(cost + self._costs[i][j], i, j, written)


def _is_wild(pattern: str) -> bool:
    return pattern.strip() == ANY_LINES


def _take(pattern: str, left: list[str]) -> bool:
    """Take the first line that matches out of those that are left."""
    for index, line in enumerate(left):
        if line_matches(pattern, line):
            del left[index]
            return True
    return False
