"""The data that a replay plays: a run as JSON, in an element that shows nothing."""

import json
from collections.abc import Iterator, Sequence

from proof.rendering.timeline.wording import clean
from proof.runs.history import History, Lane, Span
from proof.runs.run import Line

# Escapes of JSON, so that no text of a run is ever taken for HTML.
_ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})

# Long enough for any clock that measured them.
_DECIMALS = 6

_Value = str | int | float | None
_Json = _Value | Sequence["_Json"] | dict[str, "_Json"]


def replay_element(
    history: History,
    lines: Sequence[Line],
    breakpoints: Sequence[tuple[float, float]],
    lanes: Sequence[Lane] | None = None,
) -> str:
    """The data of a replay as HTML, finished and escaped; empty without lanes.

    It is a template, not a script: when the theme goes to another page without
    loading it anew, it executes every script of it as JavaScript.

    Args:
        history: What the run did.
        lines: What it printed, in the order in which the figure shows it.
        breakpoints: Points of the axis as (time, fraction of the width).
        lanes: Those that are drawn, in their order; all if not given.
    """
    drawn = history.lanes if lanes is None else lanes
    if not drawn:
        return ""
    numbers = {lane.label: number for number, lane in enumerate(drawn)}
    data: _Json = {
        "took": _time(history.took),
        "axis": [[_time(time), round(part, 5)] for time, part in breakpoints],
        "lanes": [_lane(lane) for lane in drawn],
        "idle": [[_time(begin), _time(end)] for begin, end in _idle(history)],
        "lines": [_line(line, index, numbers) for index, line in enumerate(lines)],
    }
    text = json.dumps(data, separators=(",", ":")).translate(_ESCAPES)
    return (
        f'<template class="proof-replay-data" data-search-exclude>{text}</template>\n'
    )


def _idle(history: History) -> Iterator[tuple[float, float]]:
    """When the loop was idle, but not between steps that are told as one."""
    merged = [span for lane in history.lanes for span in lane.spans if span.steps > 1]
    for begin, end in history.idle:
        if not any(span.begin <= begin and end <= span.end for span in merged):
            yield begin, end


def _lane(lane: Lane) -> _Json:
    return {
        "label": clean(lane.label),
        "kind": lane.kind,
        "end": lane.end,
        "endedAt": None if lane.ended_at is None else _time(lane.ended_at),
        "exception": clean(lane.exception),
        "cancels": [_time(at) for at in lane.cancels],
        "spans": [_span(span) for span in lane.spans],
    }


def _span(span: Span) -> _Json:
    """State, begin, end, line, what it waits for, when that is due, steps."""
    return _trimmed(
        [
            span.state,
            _time(span.begin),
            _time(span.end),
            span.line,
            clean(span.waits_for) or None,
            None if span.due is None else _time(span.due),
            span.steps if span.steps > 1 else None,
        ]
    )


def _line(line: Line, index: int, numbers: dict[str, int]) -> _Json:
    """When, which line of the output, which lane wrote it, in which line of code."""
    return _trimmed([_time(line.at), index, numbers.get(line.lane), line.source_line])


def _time(seconds: float) -> float:
    # Whole numbers are written without a fraction, and zero without a sign.
    rounded = round(seconds, _DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded


def _trimmed(values: list[_Value]) -> list[_Value]:
    while values and values[-1] is None:
        values.pop()
    return values
