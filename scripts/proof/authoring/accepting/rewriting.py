"""Claimed lines made to match printed ones, keeping what they still have in common."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from proof.checking.matching import (
    ANY_LINES,
    line_matches,
    lines_match,
    without_trailing_blank_lines,
)

# What no line of a file can hold as it is: it would end the line, or be read as blank.
# Dots and backslashes before it would change what the wildcard in its place means.
_UNWRITABLE = re.compile("(?:[\\\\.]*[\0\r\v\f\x1c-\x1e\x85\u2028\u2029]+)+")


def as_pattern(line: str) -> str:
    """A line as it is written into a claim: real dots marked, trailing spaces gone."""
    return escaped(line.rstrip())


def escaped(text: str) -> str:
    """A part of a line as it is written into a claim."""
    return _UNWRITABLE.sub(ANY_LINES, text.replace("...", "\\..."))


def rewritten(patterns: Sequence[str], lines: Sequence[str]) -> tuple[str, ...]:
    """Patterns that printed lines match in order, with few changes.

    Args:
        patterns: The claimed lines; those that still match stay as they are written.
        lines: The printed lines.
    """
    if lines_match(patterns, lines):
        return tuple(patterns)
    return tuple(_Rewriting(patterns, lines).lines())


def rewritten_unordered(
    patterns: Sequence[str], lines: Sequence[str]
) -> tuple[str, ...]:
    """Patterns that printed lines match in any order; see `rewritten`."""
    wanted = [p for p in patterns if not _is_wild(p)]
    matched, left = _matched(wanted, without_trailing_blank_lines(lines))
    new = iter([as_pattern(line) for line in left])
    kept = [p if n in matched else next(new, None) for n, p in enumerate(wanted)]
    rest = [ANY_LINES] if len(wanted) < len(patterns) else new
    return (*(p for p in kept if p is not None), *rest)


class _Rewriting:
    """One rewriting: patterns for one line each, and where `...` is between them."""

    def __init__(self, patterns: Sequence[str], lines: Sequence[str]) -> None:
        self._lines = [line.rstrip() for line in without_trailing_blank_lines(lines)]
        self._patterns = [p for p in patterns if not _is_wild(p)]
        before = [
            sum(not _is_wild(p) for p in patterns[:n]) for n in range(len(patterns))
        ]
        # For each place between two patterns that has a `...`, how it is written.
        self._wild = {
            n: p for n, p in zip(before, patterns, strict=True) if _is_wild(p)
        }

    def lines(self) -> Iterator[str]:
        matched, _ = _matched(self._patterns, self._lines)
        # What matches nothing is compared as a line that nothing can print.
        wanted = [matched.get(n, "\n") for n in range(len(self._patterns))]
        matcher = SequenceMatcher(None, wanted, self._lines)
        for tag, start, end, first, last in matcher.get_opcodes():
            if tag == "equal":
                yield from self._kept(start, end)
            else:
                yield from self._replaced(start, end, self._lines[first:last])
        yield from self._wildcard(len(self._patterns))

    def _kept(self, start: int, end: int) -> Iterator[str]:
        for index in range(start, end):
            yield from self._wildcard(index)
            yield self._patterns[index]

    def _replaced(self, start: int, end: int, lines: Sequence[str]) -> Iterator[str]:
        """Lines in place of patterns; a `...` among these still matches some.

        So that a claim says no less than before, as many lines are claimed around the
        `...` as were there.
        """
        places = [n for n in range(start, end + 1) if n in self._wild]
        if not places:
            yield from map(as_pattern, lines)
            return
        above = min(places[0] - start, len(lines))
        below = min(end - places[0], len(lines) - above)
        yield from map(as_pattern, lines[:above])
        yield from [wild for n in places for wild in self._wildcard(n)][:1]
        yield from map(as_pattern, lines[len(lines) - below :])

    def _wildcard(self, place: int) -> Iterator[str]:
        if place in self._wild:
            yield self._wild.pop(place)


def _matched(
    patterns: Sequence[str], lines: Sequence[str]
) -> tuple[dict[int, str], list[str]]:
    """By its index the line that each pattern matches, and the lines left over."""
    left = list(lines)
    found: dict[int, str] = {}
    # Those without a wildcard choose first: no other line would do for them.
    for index in sorted(range(len(patterns)), key=lambda n: ANY_LINES in patterns[n]):
        line = next((one for one in left if line_matches(patterns[index], one)), None)
        if line is not None:
            left.remove(line)
            found[index] = line
    return found, left


def _is_wild(pattern: str) -> bool:
    return pattern.strip() == ANY_LINES
