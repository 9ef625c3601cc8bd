"""Comparing claimed lines, in which `...` matches anything, with printed ones."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

ANY_LINES = "..."

# Real dots are looked for first, so that a wildcard may be right behind them.
_DOTS = re.compile(r"(\\?\.\.\.)")


def line_matches(pattern: str, line: str) -> bool:
    """Whether one line is as claimed; `...` matches any characters."""
    parts = _between_wildcards(pattern)
    line = line.rstrip()
    if len(parts) == 1:
        return line == parts[0]
    first, *middle, last = parts
    if len(line) < len(first) + len(last):
        return False
    if not (line.startswith(first) and line.endswith(last)):
        return False
    position, end = len(first), len(line) - len(last)
    for part in middle:
        found = line.find(part, position, end)
        if found < 0:
            return False
        position = found + len(part)
    return True


def is_any_lines(pattern: str) -> bool:
    """Whether a claimed line is nothing but `...`, and so matches any lines."""
    return pattern.strip() == ANY_LINES


@lru_cache(maxsize=1024)
def _between_wildcards(pattern: str) -> tuple[str, ...]:
    parts = [""]
    for piece in _DOTS.split(pattern.rstrip()):
        if piece == ANY_LINES:
            parts.append("")
        else:
            parts[-1] += "..." if piece == "\\..." else piece
    return tuple(parts)


def lines_match(patterns: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether lines are as claimed, in order; a lone `...` matches any lines."""
    lines = without_trailing_blank_lines(lines)
    position, resume, absorbed = 0, None, 0
    index = 0
    while index < len(lines):
        if position < len(patterns) and is_any_lines(patterns[position]):
            position += 1
            resume, absorbed = position, index
        elif position < len(patterns) and line_matches(
            patterns[position], lines[index]
        ):
            position += 1
            index += 1
        elif resume is not None:
            absorbed += 1
            position, index = resume, absorbed
        else:
            return False
    return all(map(is_any_lines, patterns[position:]))


def lines_match_unordered(patterns: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether lines are as claimed, in any order."""
    lines = without_trailing_blank_lines(lines)
    wanted = [pattern for pattern in patterns if not is_any_lines(pattern)]
    if len(wanted) == len(patterns) and len(lines) != len(wanted):
        return False
    return len(matched_in_any_order(wanted, lines)) == len(wanted)


def matched_in_any_order(
    patterns: Sequence[str], lines: Sequence[str]
) -> dict[int, int]:
    """Give as many patterns as possible a line of their own that they match.

    Args:
        patterns: Claimed lines, none of which is a lone `...`.
        lines: Printed lines.

    Returns:
        Indices of patterns by the index of their line.
    """
    free = defaultdict[str, list[int]](list)
    for index in reversed(range(len(lines))):
        free[lines[index].rstrip()].append(index)
    taken: dict[int, int] = {}
    wild: list[int] = []
    for number, pattern in enumerate(patterns):
        parts = _between_wildcards(pattern)
        if len(parts) > 1:
            wild.append(number)
        elif free[parts[0]]:
            # Nothing else would do for it, so that it may choose first.
            taken[free[parts[0]].pop()] = number
    rest = {index: lines[index] for index in range(len(lines)) if index not in taken}
    for number in wild:
        _take_a_line(number, patterns, rest, taken, set())
    return taken


def without_trailing_blank_lines(lines: Sequence[str]) -> list[str]:
    """The lines as claims see them: what comes after the last text does not count."""
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _take_a_line(
    pattern: int,
    patterns: Sequence[str],
    lines: dict[int, str],
    taken: dict[int, int],
    tried: set[int],
) -> bool:
    """Give a pattern a line of its own, moving others where that helps.

    (An augmenting path in a bipartite matching: Kuhn's algorithm.)
    """
    fitting = [
        index
        for index, line in lines.items()
        if index not in tried and line_matches(patterns[pattern], line)
    ]
    # Free ones first: to move others step by step may be deeper than Python's stack.
    for index in sorted(fitting, key=taken.__contains__):
        if index in tried:
            continue
        tried.add(index)
        owner = taken.get(index)
        if owner is None or _take_a_line(owner, patterns, lines, taken, tried):
            taken[index] = pattern
            return True
    return False
