"""A batch as a scene: its rows, and how many interpreters there were at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from proof.site.evidence import Entry
from proof.site.evidence.totals import batch_took

TOP = 22
"""Pixels above the first row."""
CHART = 56
"""Pixels that the chart of how many there were at once is high."""
GAP = 26
"""Pixels between the rows and the chart."""
WIDTH = 1000
"""Units from left to right of the parts that are stretched to the width of the page."""

# Pixels of a row, for the eye of a few dozen, and for what a page can hold.
_ROW = 6
_LOW_ROW = 4
_MANY = 80


@dataclass(frozen=True)
class Concurrency:
    """How many of something there were at once, as steps.

    Attributes:
        steps: Times at which the number changes, with what it is from then on.
    """

    steps: tuple[tuple[float, int], ...]

    @classmethod
    def of(cls, spans: Iterable[tuple[float, float]]) -> Self:
        """Count spans of time, each a begin and an end."""
        changes: dict[float, int] = {}
        for begin, end in spans:
            changes[begin] = changes.get(begin, 0) + 1
            changes[end] = changes.get(end, 0) - 1
        times = sorted(changes)
        counts = accumulate(changes[time] for time in times)
        return cls(tuple(zip(times, counts, strict=True)))

    @property
    def most(self) -> int:
        """The largest number."""
        return max((count for _, count in self.steps), default=0)


@dataclass(frozen=True)
class Scene:
    """What is to be drawn, and where.

    Attributes:
        entries: The rows, in the order in which they began.
        took: Seconds from left to right.
        running: How many interpreters there were.
        starting: How many of them were starting.
        alone: Those that had the machine for themselves.
        alone_from: When the first of those began, in seconds.
    """

    entries: tuple[Entry, ...]
    took: float
    running: Concurrency
    starting: Concurrency
    alone: int
    alone_from: float | None

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Self:
        """Set the scene for the snippets of a batch, one at least."""
        ordered = sorted(entries, key=_began)
        executions = [
            one
            for entry in ordered
            for one in (*entry.executions, *entry.executions_of_others)
        ]
        alone = [entry for entry in ordered if _was_alone(entry)]
        return cls(
            tuple(ordered),
            batch_took(ordered),
            Concurrency.of((one.began, one.began + one.wall) for one in executions),
            Concurrency.of((one.began, one.began + one.starting) for one in executions),
            len(alone),
            _began(alone[0]) if alone else None,
        )

    @property
    def row(self) -> int:
        """Pixels of a row."""
        return _ROW if len(self.entries) < _MANY else _LOW_ROW

    @property
    def chart_bottom(self) -> int:
        """Pixels from the top of the picture to the foot of the chart."""
        return TOP + self.row * len(self.entries) + GAP + CHART

    def x(self, seconds: float) -> int:
        """Where a time is, in units from the left."""
        return round(WIDTH * seconds / self.took)


def _began(entry: Entry) -> float:
    return min(one.began for one in entry.executions)


def _was_alone(entry: Entry) -> bool:
    return entry.snippet.metadata.alone or entry.run.tries > 1
