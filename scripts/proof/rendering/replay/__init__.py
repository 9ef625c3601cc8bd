"""The data that a replay plays: a run as JSON, in an element that shows nothing.

Everything that a replay says or measures is worked out here, by what draws the
picture beside it; the scripts of the page only move.
"""

import json
from collections.abc import Sequence

from proof.rendering.markup import one_line
from proof.rendering.replay.moments import Scene, moments_of, scene_of
from proof.rendering.replay.sentences import sentence
from proof.rendering.timeline.axis import Axis
from proof.rendering.timeline.texts import EDGE, SPAN
from proof.rendering.timeline.wording import Clock
from proof.runs.history import History, Lane, Span
from proof.runs.run import Line

# Escapes of JSON, so that no text of a run is ever taken for HTML.
_ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})

_Value = str | int | float | None
_Json = _Value | Sequence["_Json"] | dict[str, "_Json"]


def replay_element(
    history: History,
    lines: Sequence[Line],
    axis: Axis,
    lanes: Sequence[Lane] | None = None,
    code: Sequence[str] = (),
) -> str:
    """The data of a replay as HTML, finished and escaped; empty without lanes.

    It is a template, not a script: when the theme goes to another page without
    loading it anew, it executes every script of it as JavaScript.

    Args:
        history: What the run did.
        lines: What it printed, in the order in which the figure shows it.
        axis: Of the picture.
        lanes: Those that are drawn, in their order; all if not given.
        code: The lines of the program.
    """
    drawn = history.lanes if lanes is None else lanes
    if not drawn:
        return ""
    scene = scene_of(history, lines, drawn, code)
    text = json.dumps(_data(scene, axis), separators=(",", ":")).translate(_ESCAPES)
    return (
        f'<template class="proof-replay-data" data-search-exclude>{text}</template>\n'
    )


def _data(scene: Scene, axis: Axis) -> _Json:
    clock = Clock.of(axis)
    return {
        "took": _number(scene.took),
        "clock": {
            "factor": clock.factor,
            "decimals": clock.decimals,
            "unit": clock.unit,
        },
        "place": [EDGE, SPAN],
        "axis": [[_number(time), round(part, 5)] for time, part in axis.breakpoints],
        "lanes": [_lane(lane) for lane in scene.lanes],
        "lines": [_line(line, index, scene) for index, line in enumerate(scene.lines)],
        "moments": [
            [_number(moment.at), *sentence(scene, moment, clock)]
            for moment in moments_of(scene)
        ],
    }


def _lane(lane: Lane) -> _Json:
    return {
        "label": one_line(lane.label),
        "spans": [_span(span) for span in lane.spans],
    }


def _span(span: Span) -> _Json:
    """State, begin, end, line; since when a long step was in which lines."""
    places = [[_number(place.begin), *place.lines] for place in span.places]
    values = [span.state, _number(span.begin), _number(span.end), span.line]
    return _trimmed([*values, places or None])


def _line(line: Line, index: int, scene: Scene) -> _Json:
    """When, which line of the output, which lane wrote it, in which line of code."""
    lane = scene.numbers.get(line.lane)
    return _trimmed([_number(line.at), index, lane, line.source_line])


def _number(seconds: float) -> float:
    # Whole numbers are written without a fraction, and zero without a sign.
    return int(seconds) if seconds == int(seconds) else round(seconds, 6)


def _trimmed(values: Sequence[_Json]) -> Sequence[_Json]:
    kept = list(values)
    while kept and kept[-1] is None:
        kept.pop()
    return kept
