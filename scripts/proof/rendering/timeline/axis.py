"""From times to places: an axis in seconds, or one that counts steps."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, log10
from typing import Literal

from proof.rendering.timeline.texts import NARROW, WORDS, width
from proof.runs.history import History, Span

COUNTED_BELOW = 0.05
"""Seconds below which a run has its steps counted rather than its time measured."""

MOST_COUNTED = 200
"""Steps up to which they can be counted: more are too narrow to be seen."""

_SHORTEST = 1e-6
_BESIDE = 0.16
_BETWEEN = 0.12


@dataclass(frozen=True)
class Tick:
    """A label of an axis, and the line to which it belongs.

    Attributes:
        words: The label; empty for a line without one.
        label: Where the label is centred, as a fraction of the axis.
        line: Where the line is.
    """

    words: str
    label: float
    line: float


@dataclass(frozen=True)
class Axis:
    """A map from time to a fraction of the width.

    Attributes:
        kind: Whether lengths are seconds, or every step is as wide as any other.
        breakpoints: Pairs of time and fraction, both rising; linear in between.
        ticks: What is written along it.
    """

    kind: Literal["seconds", "steps"]
    breakpoints: tuple[tuple[float, float], ...]
    ticks: tuple[Tick, ...]

    def at(self, time: float) -> float:
        """The fraction at which a time is; what lies beyond an end is at that end."""
        after = bisect_right(self.breakpoints, time, key=lambda point: point[0])
        if after == 0:
            return self.breakpoints[0][1]
        if after == len(self.breakpoints):
            return self.breakpoints[-1][1]
        (t0, f0), (t1, f1) = self.breakpoints[after - 1 : after + 1]
        return f0 + (f1 - f0) * (time - t0) / (t1 - t0)


def axis_of(history: History, scale: float | None = None) -> Axis:
    """The axis of a run.

    Args:
        history: What the run did.
        scale: Seconds that the axis must span, where runs are compared.
    """
    steps = _steps(history)
    if scale is None and _counts_steps(history, steps):
        return _step_axis(steps, _end(history))
    end = max(scale or 0.0, _end(history))
    return Axis("seconds", ((0.0, 0.0), (end, 1.0)), tuple(_time_ticks(end)))


def _end(history: History) -> float:
    ends = (lane.ended_at for lane in history.lanes if lane.ended_at is not None)
    return max(history.took, _SHORTEST, *ends)


def _steps(history: History) -> list[Span]:
    spans = (
        span
        for lane in history.lanes
        if lane.kind == "task"
        for span in lane.spans
        if span.state in {"running", "holding"}
    )
    return sorted(spans, key=lambda span: (span.begin, span.end))


def _counts_steps(history: History, steps: list[Span]) -> bool:
    counted = sum(step.steps for step in steps)
    idle = sum(end - begin for begin, end in history.idle)
    # Where nothing happened most of the time, that is what there is to be seen.
    return (
        0 < counted <= MOST_COUNTED
        and _end(history) < COUNTED_BELOW
        and idle < history.took / 2
    )


def _step_axis(steps: list[Span], end: float) -> Axis:
    counted = sum(step.steps for step in steps)
    unit = 1 / (counted + 2 * _BESIDE)
    points = [(min(0.0, steps[0].begin - _SHORTEST), 0.0)]

    def add(time: float, fraction: float) -> None:
        # Steps of two loops may overlap; the map has to rise all the same.
        if time > points[-1][0]:
            points.append((time, fraction))

    place = _BESIDE
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        add(step.begin, (place + _BETWEEN / 2) * unit)
        place += step.steps
        if following and following.begin <= step.end:
            # An eager task begins within the step that creates it.
            add(following.begin, place * unit)
        else:
            add(step.end, (place - _BETWEEN / 2) * unit)
    # The loop still winds up after the last step.
    add(max(end, points[-1][0] + _SHORTEST), 1.0)
    return Axis("steps", tuple(points), tuple(_step_ticks(counted, unit)))


def _step_ticks(counted: int, unit: float) -> Iterator[Tick]:
    room = width(f"{counted}", WORDS) + 8
    every = next(
        n for n in (1, 2, 5, 10, 20, 50, 100) if n * unit * NARROW.width >= room
    )
    for number in range(counted + 1):
        labelled = number == 1 or (number and number % every == 0)
        words = f"{number}" if labelled else ""
        line = (_BESIDE + number) * unit
        if labelled or every == 1:
            yield Tick(words, line - unit / 2, line)


def _time_ticks(end: float) -> Iterator[Tick]:
    in_milliseconds = end < 0.1
    unit, name = (1000, "ms") if in_milliseconds else (1, "s")
    every = _nice_step(end * unit, name)
    decimals = max(0, -_exponent(every))
    for number in range(int(end * unit / every * (1 + 1e-9)) + 1):
        value = number * every
        words = f"{value:.{decimals}f} {name}" if number else f"0 {name}"
        yield Tick(words, value / unit / end, value / unit / end)


def _nice_step(span: float, name: str) -> float:
    """The smallest of 1, 2, 5, 10, … at which no labels touch."""
    exponent = ceil(log10(span)) - 3
    while True:
        for digit in (1, 2, 5):
            step = digit * 10.0**exponent
            decimals = max(0, -exponent)
            room = width(f"{span:.{decimals}f} {name}", WORDS) + 12
            if step / span * NARROW.width * 0.97 >= room:
                return step
        exponent += 1


def _exponent(step: float) -> int:
    return int(f"{step:e}".partition("e")[2])
