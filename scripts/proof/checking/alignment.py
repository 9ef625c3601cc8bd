"""Which printed line matches which claimed one, so that as few as possible differ."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proof.checking.matching import is_any_lines, line_matches

MOST_PAIRS = 500_000
"""Pairs of lines that are compared; the lines behind those are taken to differ."""


class Pair(NamedTuple):
    """A claimed line beside a printed one, by their indices.

    Attributes:
        pattern: The claimed line; None where nothing claims the printed one.
        line: The printed line; None where nothing was printed for the claimed one, and
            once for every wildcard, before the lines that it matches.
    """

    pattern: int | None
    line: int | None

    @property
    def is_match(self) -> bool:
        """Whether the line is as claimed."""
        return self.pattern is not None and self.line is not None


def align(patterns: Sequence[str], lines: Sequence[str]) -> list[Pair]:
    """Pair claimed lines with printed ones, so that as few as possible are left over.

    Of several ways with as few, one in which most claimed lines match is taken.

    Args:
        patterns: The claimed lines.
        lines: The printed lines, as claims see them.
    """
    # What matches at both ends need not be compared with anything else.
    start = _alike(patterns, lines)
    end = _alike(patterns[start:][::-1], lines[start:][::-1])
    last_pattern, last_line = len(patterns) - end, len(lines) - end
    middle = _Table(patterns[start:last_pattern], lines[start:last_line])
    return [
        *(Pair(index, index) for index in range(start)),
        *(_moved(pair, start) for pair in middle.pairs()),
        *(Pair(last_pattern + index, last_line + index) for index in range(end)),
    ]


def _moved(pair: Pair, by: int) -> Pair:
    return Pair(*(None if index is None else index + by for index in pair))


def _alike(patterns: Sequence[str], lines: Sequence[str]) -> int:
    """How many lines match one by one, up to the first wildcard."""
    number = 0
    for pattern, line in zip(patterns, lines, strict=False):
        if is_any_lines(pattern) or not line_matches(pattern, line):
            break
        number += 1
    return number


class _Table:
    """The least cost of every beginning of the patterns with every one of the lines."""

    def __init__(self, patterns: Sequence[str], lines: Sequence[str]) -> None:
        self.patterns, self.lines = patterns, lines
        self.compared = min(len(lines), MOST_PAIRS // max(len(patterns), 1))
        # All claimed lines together weigh less than one more line that is left over.
        self.extra = len(patterns) + 1
        self.missing = self.extra + 1
        self.costs = [[self.extra * n for n in range(self.compared + 1)]]
        for pattern in patterns:
            add = self._wild if is_any_lines(pattern) else self._plain
            self.costs.append(add(pattern, self.costs[-1]))

    def pairs(self) -> list[Pair]:
        """The cheapest way, found from its end."""
        is_open = bool(self.patterns) and is_any_lines(self.patterns[-1])
        behind = len(self.patterns) - 1 if is_open else None
        rest = range(self.compared, len(self.lines))
        return [*self._backwards()][::-1] + [Pair(behind, line) for line in rest]

    def _wild(self, _: str, above: Sequence[int]) -> list[int]:
        row = [above[0]]
        for cost in above[1:]:
            row.append(min(cost, row[-1]))
        return row

    def _plain(self, pattern: str, above: Sequence[int]) -> list[int]:
        row = [above[0] + self.missing]
        for index in range(self.compared):
            cost = min(row[-1] + self.extra, above[index + 1] + self.missing)
            if line_matches(pattern, self.lines[index]):
                cost = min(cost, above[index])
            row.append(cost)
        return row

    def _backwards(self) -> Iterator[Pair]:
        pattern, line = len(self.patterns), self.compared
        while pattern or line:
            step = self._step_to(pattern, line)
            yield step
            is_wild = pattern and is_any_lines(self.patterns[pattern - 1])
            pattern -= step.pattern is not None and not (is_wild and step.is_match)
            line -= step.line is not None

    def _step_to(self, pattern: int, line: int) -> Pair:
        """The last step of the cheapest way to a place in the table."""
        is_wild = pattern and is_any_lines(self.patterns[pattern - 1])
        cost, alone = self.costs[pattern][line], 0 if is_wild else self.extra
        if line and self.costs[pattern][line - 1] + alone == cost:
            return Pair(pattern - 1 if is_wild else None, line - 1)
        alone = 0 if is_wild else self.missing
        if pattern and self.costs[pattern - 1][line] + alone == cost:
            return Pair(pattern - 1, None)
        return Pair(pattern - 1, line - 1)
