"""From spans of time to bars, ticks and stretches of many steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from proof.rendering.timeline.axis import Axis
from proof.runs.history import Kind, Lane, Span

BarKind = Literal[
    "running",
    "holding",
    "ready",
    "overdue",
    "suspended",
    "unrecorded",
    "many",
    "thread",
    "call",
]

VISIBLE = 0.008
"""Of the width, what a span needs to be drawn as a bar; less becomes a tick."""

_ONE_TICK = 0.006
_CROWDED = 0.015
_NOTABLE = 0.02


@dataclass(frozen=True)
class Bar:
    """Something a lane did, in its place.

    Attributes:
        kind: How it is drawn.
        begin: Where it begins, as a fraction of the axis.
        end: Where it ends; where it begins, for a tick.
        spans: The spans that it shows.
    """

    kind: BarKind
    begin: float
    end: float
    spans: tuple[Span, ...]

    @property
    def is_tick(self) -> bool:
        """Whether it is too short for its length to be seen."""
        return self.end - self.begin < VISIBLE

    @property
    def seconds(self) -> float:
        """How long all of it lasted."""
        return self.spans[-1].end - self.spans[0].begin

    @property
    def is_notably_late(self) -> bool:
        """Whether it is overdue by more than any machine may be now and then."""
        wide = self.end - self.begin
        return self.kind == "overdue" and (
            wide >= 0.04 or (self.seconds >= _NOTABLE and wide >= 0.02)
        )

    @property
    def steps(self) -> int:
        """How many steps it shows."""
        return sum(span.steps for span in self.spans if _runs(span))


def bars_of(lane: Lane, axis: Axis) -> tuple[Bar, ...]:
    """What to draw of a lane, from left to right."""
    bars: list[Bar] = []
    short: list[Span] = []
    for span in lane.spans:
        long = axis.at(span.end) - axis.at(span.begin) >= VISIBLE
        if long or span.state == "holding":
            bars += _instants(short, axis, lane.kind)
            short = []
            bars.append(_bar(span, axis, lane.kind))
        else:
            short.append(span)
    bars += _instants(short, axis, lane.kind)
    return tuple(bars)


def _bar(span: Span, axis: Axis, kind: Kind) -> Bar:
    bar_kind: BarKind = "many" if span.steps > 1 else _kind_of(span, kind)
    return Bar(bar_kind, axis.at(span.begin), axis.at(span.end), (span,))


def _kind_of(span: Span, kind: Kind) -> BarKind:
    if kind == "thread":
        return "thread"
    if kind == "callbacks" and span.state == "running":
        return "call"
    return span.state


def _instants(spans: Sequence[Span], axis: Axis, kind: Kind) -> Iterator[Bar]:
    """Ticks for the steps among short spans, or one stretch where they crowd."""
    steps = [span for span in spans if _runs(span)]
    if not steps:
        return
    begin, end = axis.at(spans[0].begin), axis.at(spans[-1].end)
    number = sum(span.steps for span in steps)
    crowded = number > 3 and 2 * VISIBLE < end - begin < number * _CROWDED
    if kind == "task" and crowded:
        yield Bar("many", begin, end, tuple(spans))
        return
    together: list[Span] = []
    for span in steps:
        if together and axis.at(span.begin) - axis.at(together[0].begin) > _ONE_TICK:
            yield _tick(together, axis, kind)
            together = []
        together.append(span)
    yield _tick(together, axis, kind)


def _tick(spans: Sequence[Span], axis: Axis, kind: Kind) -> Bar:
    at = axis.at(spans[0].begin)
    return Bar(_kind_of(spans[0], kind), at, at, tuple(spans))


def _runs(span: Span) -> bool:
    return span.state in {"running", "holding"}
