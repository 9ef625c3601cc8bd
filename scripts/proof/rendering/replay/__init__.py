"""The data that a replay plays: a run as JSON, in an element that shows nothing.

Everything that a replay says or measures is worked out here, by what draws the
picture beside it; the scripts of the page only move.
"""

import json
from collections.abc import Iterator, Sequence

from proof.rendering.markup import one_line
from proof.rendering.replay.moments import Scene, moments_of, scene_of
from proof.rendering.replay.sentences import Piece, sentence
from proof.rendering.timeline.axis import Axis
from proof.rendering.timeline.folding import Row
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
    rows: Sequence[Row] | None = None,
    code: Sequence[str] = (),
) -> str:
    """The data of a replay as HTML, finished and escaped; empty without lanes.

    It is a template, not a script: when the theme goes to another page without
    loading it anew, it executes every script of it as JavaScript.

    Args:
        history: What the run did.
        lines: What it printed, in the order in which the figure shows it.
        axis: Of the picture.
        rows: Of the picture; one for each lane if not given.
        code: The lines of the program.
    """
    if rows is None:
        rows = [Row(lane, (lane,)) for lane in history.lanes]
    if not rows:
        return ""
    drawn = [lane for row in rows for lane in row.drawn]
    scene = scene_of(history, lines, drawn, code)
    text = json.dumps(_data(scene, axis, rows), separators=(",", ":")).translate(
        _ESCAPES
    )
    return (
        f'<template class="proof-replay-data" data-search-exclude>{text}</template>\n'
    )


def _data(scene: Scene, axis: Axis, rows: Sequence[Row]) -> _Json:
    clock = Clock.of(axis)
    shown_in = [n for n, row in enumerate(rows) for _ in row.drawn]
    lanes = scene_of(History((), 0.0), (), [row.lane for row in rows]).lanes
    return {
        "took": _number(scene.took),
        "clock": {
            "factor": clock.factor,
            "decimals": clock.decimals,
            "unit": clock.unit,
        },
        "place": [EDGE, SPAN],
        "axis": [[_number(time), round(part, 5)] for time, part in axis.breakpoints],
        "lanes": [_lane(lane) for lane in lanes],
        "lines": [_line(line, n, rows) for n, line in enumerate(scene.lines)],
        "moments": [
            [
                _number(moment.at),
                *_placed(sentence(scene, moment, clock), scene, shown_in),
            ]
            for moment in moments_of(scene)
        ],
    }


def _placed(
    pieces: Sequence[Piece], scene: Scene, shown_in: Sequence[int]
) -> Iterator[Piece]:
    """A sentence in which lanes are the rows that they have to themselves."""
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        elif shown_in.count(shown_in[piece]) == 1:
            yield shown_in[piece]
        else:
            yield one_line(scene.lanes[piece].label)


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


def _line(line: Line, index: int, rows: Sequence[Row]) -> _Json:
    """When, which line of the output, which row wrote it, in which line of code."""
    lane = next((n for n, row in enumerate(rows) if row.wrote(line.lane)), None)
    return _trimmed([_number(line.at), index, lane, line.source_line])


def _number(seconds: float) -> float:
    # Whole numbers are written without a fraction, and zero without a sign.
    return int(seconds) if seconds == int(seconds) else round(seconds, 6)


def _trimmed(values: Sequence[_Json]) -> Sequence[_Json]:
    kept = list(values)
    while kept and kept[-1] is None:
        kept.pop()
    return kept
