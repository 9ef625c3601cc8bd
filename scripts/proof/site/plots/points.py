"""The points of a plot: numbers that a program printed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Final

_NUMBER: Final = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.]*\w)")
_BEGINNING: Final = re.compile(r"\s*-?\d")


@dataclass(frozen=True)
class Series:
    """Points that belong together.

    Attributes:
        name: What it is called in the plot.
        points: Where each is across, and how far up, in the order of printing.
    """

    name: str
    points: tuple[tuple[float, float], ...]

    def places(self) -> list[float]:
        """Where there are points, from left to right."""
        return sorted({across for across, _ in self.points})

    def at(self, place: float) -> list[float]:
        """How far up the points of a place are, from low to high."""
        return sorted(up for across, up in self.points if across == place)

    def medians(self) -> list[tuple[float, float]]:
        """The middle of each place, from left to right."""
        return [(place, median(self.at(place))) for place in self.places()]


def points_in(
    lines: Iterable[str], column: int | None = None
) -> Iterator[tuple[float, float]]:
    """The points that lines of output are about.

    A line that begins with a number has at least one: that number says where it is
    across, and the others in the line how far up. Other lines are left out.

    Args:
        lines: The lines.
        column: Which of the other numbers counts, from 1 on; all where it is left out.
    """
    for line in lines:
        if not _BEGINNING.match(line):
            continue
        across, *others = map(float, _NUMBER.findall(line))
        kept = others if column is None else others[column - 1 : column]
        yield from ((across, up) for up in kept)
