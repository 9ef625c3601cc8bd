"""Tracebacks in what a program wrote to stderr."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proof.checking.matching import line_matches

_HEADER = re.compile(
    r"(Traceback|  \+ Exception Group Traceback) \(most recent call last\):"
    r"|  File \".*\", line \d+"
)
_CHAINED = (
    "The above exception was the direct cause of the following exception:",
    "During handling of the above exception, another exception occurred:",
)
_GROUP_MARGIN = re.compile(r"^  \| ")


@dataclass(frozen=True)
class Traceback:
    """Lines `start` to `end` of stderr, and the line that names the exception."""

    start: int
    end: int
    exception: str

    def taken_out_of(self, lines: Sequence[str]) -> list[str]:
        """The lines of stderr without its own."""
        return [*lines[: self.start], *lines[self.end :]]


def claimed_traceback(found: Sequence[Traceback], pattern: str) -> Traceback | None:
    """The last traceback that matches the claim, else the last; None without any.

    Args:
        found: All tracebacks that were printed.
        pattern: How its exception is claimed.
    """
    as_claimed = [one for one in found if line_matches(pattern, one.exception)]
    return next(reversed(as_claimed or found), None)


def tracebacks(lines: Sequence[str]) -> Iterator[Traceback]:
    """Every traceback in stderr, chained ones as one.

    Args:
        lines: All lines of stderr.
    """
    index = 0
    while index < len(lines):
        if not _HEADER.match(lines[index]):
            index += 1
            continue
        start = index
        exception, index = _exception(lines, index)
        while _is_chained(lines, index):
            exception, index = _exception(lines, index + 3)
        yield Traceback(start, index, exception)


def _is_chained(lines: Sequence[str], index: int) -> bool:
    return (
        len(lines) > index + 3
        and not lines[index]
        and lines[index + 1] in _CHAINED
        and not lines[index + 2]
    )


def _exception(lines: Sequence[str], start: int) -> tuple[str, int]:
    """The line that names the exception of one traceback, and where that ends.

    It follows what is indented. That of a group is inside, within a margin.
    """
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    if not lines[start].startswith("  +"):
        end = min(end + 1, len(lines))
        return lines[end - 1], end
    named = (
        _GROUP_MARGIN.sub("", line)
        for line in lines[start + 1 : end]
        if _GROUP_MARGIN.match(line)
        and not line.startswith(("  |   ", "  | Traceback"))
    )
    return next(named, ""), end
