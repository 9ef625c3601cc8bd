"""The small signs of a lane: ends, requests, due times, printed lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from proof.rendering.timeline.axis import Axis
from proof.rendering.timeline.bars import Bar
from proof.rendering.timeline.texts import NARROW
from proof.runs.history import Lane
from proof.runs.run import Line


class MarkKind(Enum):
    """What a mark means."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    PENDING = "pending"
    CANCEL = "cancel"
    DUE = "due"
    PRINTED = "printed"
    STDERR = "stderr"


ENDS = frozenset({MarkKind.DONE, MarkKind.FAILED, MarkKind.CANCELLED, MarkKind.PENDING})


@dataclass(frozen=True)
class Mark:
    """A sign in its place.

    Attributes:
        kind: What it means.
        at: Its place, as a fraction of the axis.
        time: When that was.
        lines: The printed lines that a dot marks.
    """

    kind: MarkKind
    at: float
    time: float
    lines: tuple[Line, ...] = ()


# Pixels of the narrowest picture in which there is one dot.
_DOT = 7


def marks_of(
    lane: Lane, lines: Sequence[Line], bars: Sequence[Bar], axis: Axis
) -> tuple[Mark, ...]:
    """The marks of a lane."""
    return (*_due(bars), *_cancels(lane, axis), *_end(lane, axis), *_dots(lines, axis))


def _due(bars: Sequence[Bar]) -> Iterator[Mark]:
    for bar in bars:
        if bar.is_notably_late:
            due = bar.spans[0].due
            yield Mark(
                MarkKind.DUE, bar.begin, bar.spans[0].begin if due is None else due
            )


def _cancels(lane: Lane, axis: Axis) -> Iterator[Mark]:
    last = float("-inf")
    for time in lane.cancels:
        at = axis.at(time)
        if NARROW.pixels(at) - NARROW.pixels(last) >= _DOT:
            yield Mark(MarkKind.CANCEL, at, time)
            last = at


def _end(lane: Lane, axis: Axis) -> Iterator[Mark]:
    if lane.kind != "task":
        return
    if lane.ended_at is None:
        last = lane.spans[-1].end if lane.spans else lane.created_at
        yield Mark(MarkKind.PENDING, axis.at(last), last)
    else:
        yield Mark(MarkKind(lane.end), axis.at(lane.ended_at), lane.ended_at)


def _dots(lines: Sequence[Line], axis: Axis) -> Iterator[Mark]:
    together: list[Line] = []
    for line in sorted(lines, key=lambda line: line.at):
        if together and _apart(together[0], line, axis) >= _DOT:
            yield _dot(together, axis)
            together = []
        together.append(line)
    if together:
        yield _dot(together, axis)


def _apart(first: Line, second: Line, axis: Axis) -> float:
    return NARROW.pixels(axis.at(second.at) - axis.at(first.at)) - NARROW.pixels(0)


def _dot(lines: Sequence[Line], axis: Axis) -> Mark:
    is_stderr = all(line.stream == "stderr" for line in lines)
    kind = MarkKind.STDERR if is_stderr else MarkKind.PRINTED
    return Mark(kind, axis.at(lines[0].at), lines[0].at, tuple(lines))
