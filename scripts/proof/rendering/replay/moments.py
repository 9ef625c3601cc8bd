"""What happens in a run, moment by moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Literal

from proof.runs.history import History, Lane, Place, Span
from proof.runs.run import Line

EventKind = Literal[
    "wakes", "prints", "stops", "ends", "cancel", "begins", "stands", "idle", "over"
]

# In which order the events of one moment are listed.
_ORDER: tuple[EventKind, ...] = (
    "wakes",
    "prints",
    "stops",
    "ends",
    "cancel",
    "begins",
    "stands",
    "idle",
    "over",
)
# Longer than any clock that measured them needs.
_DECIMALS = 6
# Seconds for which a step must stand somewhere for that to be a moment.
_STANDING = 0.02


@dataclass(frozen=True)
class Scene:
    """A run as a replay shows it; all times are whole microseconds, in seconds.

    Attributes:
        lanes: Those that are drawn.
        lines: What was printed.
        idle: When the loop was idle, as pairs of times.
        took: When the last loop stopped.
        code: The lines of the program.
    """

    lanes: tuple[Lane, ...]
    lines: tuple[Line, ...]
    idle: tuple[tuple[float, float], ...]
    took: float
    code: tuple[str, ...] = ()

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each lane, by its label."""
        return {lane.label: number for number, lane in enumerate(self.lanes)}

    def is_idle(self, at: float) -> bool:
        """Whether the loop is idle after a moment."""
        return any(begin <= at < end for begin, end in self.idle)


@dataclass(frozen=True)
class Event:
    """One thing that happens.

    Attributes:
        kind: What it is; `over`: the last loop stops.
        at: When.
        lane: Number of the lane that does it, if one does.
        span: What begins or stops.
        line: What is printed.
        place: Where it stands from then on.
    """

    kind: EventKind
    at: float
    lane: int | None = None
    span: Span | None = None
    line: Line | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Moment:
    """All that happens at one time."""

    at: float
    events: tuple[Event, ...]


def scene_of(
    history: History,
    lines: Sequence[Line],
    lanes: Sequence[Lane] | None = None,
    code: Sequence[str] = (),
) -> Scene:
    """A run as a replay shows it.

    Args:
        history: What the run did.
        lines: What it printed.
        lanes: Those that are drawn; all if not given.
        code: The lines of the program.
    """
    drawn = history.lanes if lanes is None else lanes
    return Scene(
        tuple(_rounded_lane(lane) for lane in drawn),
        tuple(replace(line, at=_rounded(line.at)) for line in lines),
        tuple(
            (_rounded(begin), _rounded(end))
            for begin, end in _idle_between_spans(history)
        ),
        _rounded(history.took),
        tuple(code),
    )


def moments_of(scene: Scene) -> tuple[Moment, ...]:
    """The moments of a run in order; the last one is not before its end."""
    events = sorted(_events(scene), key=lambda one: (one.at, _ORDER.index(one.kind)))
    return tuple(
        Moment(at, tuple(events)) for at, events in groupby(events, lambda one: one.at)
    )


def span_at(lane: Lane, at: float) -> Span | None:
    """What a lane does after a moment."""
    begun = (span for span in reversed(lane.spans) if span.begin <= at)
    span = next(begun, None)
    return span if span and at < span.end else None


def holder_at(scene: Scene, at: float) -> int | None:
    """Number of the lane that holds the loop after a moment."""
    for number, lane in enumerate(scene.lanes):
        span = span_at(lane, at)
        if span and span.state == "holding":
            return number
    return None


def _events(scene: Scene) -> Iterator[Event]:
    for number, lane in enumerate(scene.lanes):
        yield from _lane_events(lane, number)
    for line in scene.lines:
        yield Event("prints", line.at, scene.numbers.get(line.lane), line=line)
    for begin, end in scene.idle:
        yield Event("idle", begin)
        yield Event("wakes", end)
    yield Event("over", scene.took)


def _lane_events(lane: Lane, number: int) -> Iterator[Event]:
    for span in lane.spans:
        yield Event("begins", span.begin, number, span)
        for place in span.places:
            if place.end - place.begin >= _STANDING:
                yield Event("stands", place.begin, number, span, place=place)
        if lane.kind == "thread":
            yield Event("stops", span.end, number, span)
    for at in lane.cancels:
        yield Event("cancel", at, number)
    if lane.kind == "task" and lane.ended_at is not None:
        yield Event("ends", lane.ended_at, number)


def _idle_between_spans(history: History) -> Iterator[tuple[float, float]]:
    """When the loop was idle, but not between steps that are shown as one span."""
    merged = [span for lane in history.lanes for span in lane.spans if span.steps > 1]
    for begin, end in history.idle:
        if not any(span.begin <= begin and end <= span.end for span in merged):
            yield begin, end


def _rounded_lane(lane: Lane) -> Lane:
    return replace(
        lane,
        spans=tuple(_rounded_span(span) for span in lane.spans),
        ended_at=None if lane.ended_at is None else _rounded(lane.ended_at),
        cancels=tuple(_rounded(at) for at in lane.cancels),
    )


def _rounded_span(span: Span) -> Span:
    return replace(
        span,
        begin=_rounded(span.begin),
        end=_rounded(span.end),
        places=tuple(
            replace(place, begin=_rounded(place.begin), end=_rounded(place.end))
            for place in span.places
        ),
    )


def _rounded(seconds: float) -> float:
    return round(seconds, _DECIMALS)
