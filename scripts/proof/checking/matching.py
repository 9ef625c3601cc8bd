"""Comparing claimed lines, in which `...` stands for anything, with printed ones."""

import difflib
import re
from collections.abc import Sequence

ANY_LINES = "..."

# Real dots are looked for first, so that a wildcard may stand right behind them.
_DOTS = re.compile(r"(\\?\.\.\.)")


def line_matches(pattern: str, line: str) -> bool:
    """Whether one line is as claimed; `...` stands for any characters."""
    parts = _between_wildcards(pattern.rstrip())
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


def _between_wildcards(pattern: str) -> list[str]:
    parts = [""]
    for piece in _DOTS.split(pattern):
        if piece == ANY_LINES:
            parts.append("")
        else:
            parts[-1] += "..." if piece == "\\..." else piece
    return parts


def lines_match(patterns: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether lines are as claimed, in order; a lone `...` stands for any lines."""
    lines = without_trailing_blank_lines(lines)
    position, resume, absorbed = 0, None, 0
    index = 0
    while index < len(lines):
        if position < len(patterns) and patterns[position].strip() == ANY_LINES:
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
    return all(rest.strip() == ANY_LINES for rest in patterns[position:])


def lines_match_unordered(patterns: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether lines are as claimed, in any order."""
    lines = without_trailing_blank_lines(lines)
    wanted = [p for p in patterns if p.strip() != ANY_LINES]
    if len(wanted) == len(patterns) and len(lines) != len(wanted):
        return False
    taken: dict[int, int] = {}
    return all(
        _take_a_line(index, wanted, lines, taken, set()) for index in range(len(wanted))
    )


def diff(
    patterns: Sequence[str], lines: Sequence[str], claimed: str, printed: str
) -> tuple[str, ...]:
    """A unified diff of claimed and printed lines.

    Wildcards that do match are shown as what they stand for, so that only real
    differences are marked.

    Args:
        patterns: The claimed lines.
        lines: The printed lines.
        claimed: What to call the first in the header.
        printed: What to call the second.
    """
    lines = without_trailing_blank_lines([line.rstrip() for line in lines])
    resolved = _resolve(patterns, lines)
    return tuple(
        difflib.unified_diff(resolved, lines, claimed, printed, lineterm="", n=3)
    )


def without_trailing_blank_lines(lines: Sequence[str]) -> list[str]:
    """The lines as claims see them: what comes after the last text does not count."""
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _take_a_line(
    pattern: int,
    patterns: Sequence[str],
    lines: Sequence[str],
    taken: dict[int, int],
    tried: set[int],
) -> bool:
    """Give a pattern a line of its own, moving others where that helps.

    (An augmenting path in a bipartite matching: Kuhn's algorithm.)
    """
    for index, line in enumerate(lines):
        if index in tried or not line_matches(patterns[pattern], line):
            continue
        tried.add(index)
        owner = taken.get(index)
        if owner is None or _take_a_line(owner, patterns, lines, taken, tried):
            taken[index] = pattern
            return True
    return False


def _resolve(patterns: Sequence[str], lines: Sequence[str]) -> list[str]:
    resolved: list[str] = []
    position, absorbing = 0, False
    for pattern in patterns:
        if pattern.strip() == ANY_LINES:
            absorbing = True
            continue
        reach = len(lines) if absorbing else position + 1
        found = next(
            (
                index
                for index in range(position, min(reach, len(lines)))
                if line_matches(pattern, lines[index])
            ),
            None,
        )
        if found is None:
            resolved.append(pattern.replace("\\...", "..."))
            continue
        resolved += lines[position : found + 1]
        position, absorbing = found + 1, False
    if absorbing:
        resolved += lines[position:]
    return resolved
