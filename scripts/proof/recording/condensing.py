"""Leaving out of a history what no eye could tell apart.

This is a bound on what is stored and sent with a page, not a choice of what to draw: a
lane may have tens of thousands of spans. Drawing leaves out more, by rules of its own.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from proof.runs.alike import deeds, spread
from proof.runs.history import History, Lane, Span

MOST_LANES = 60
"""Tasks that a history keeps; the others are counted."""

MOST_ALIKE = 9
"""Of too many tasks, how many of those that did the same are kept."""

MOST_SPANS = 120
"""Spans of one lane up to which all of them are kept."""

# Of all the time, what a span must last to be kept for itself where there are many.
_VISIBLE = 1 / 400


def condensed(history: History) -> History:
    """A history that is small enough to be drawn and to be sent with a page.

    Of more than `MOST_LANES` tasks so many are kept: those that held the loop or
    failed, and the first of the others; of those that did the same a few, from the
    first to the last, the first of which counts the rest. All that is not a task is
    kept. In a lane of
    more than `MOST_SPANS` spans, neighbours that are too short to be seen become one
    span, which says how many steps it stands for.
    """
    kept = _lanes_worth_keeping(_thinned(history.lanes))
    shortest = history.took * _VISIBLE
    lanes = tuple(replace(lane, spans=_merged(lane.spans, shortest)) for lane in kept)
    left_out = history.tasks_left_out + len(history.lanes) - len(lanes)
    return replace(history, lanes=lanes, tasks_left_out=left_out)


def _thinned(lanes: Sequence[Lane]) -> Sequence[Lane]:
    """Of too many tasks, fewer of those that did the same."""
    tasks = [lane for lane in lanes if lane.kind == "task"]
    if len(tasks) <= MOST_LANES:
        return lanes
    alike: dict[Hashable, list[Lane]] = defaultdict(list)
    for lane in tasks:
        if not lane.is_remarkable:
            alike[deeds(lane)].append(lane)
    thinned = {lane.label: lane for lane in lanes}
    for group in alike.values():
        kept = spread(group, MOST_ALIKE)
        first, *_ = kept
        for lane in group:
            del thinned[lane.label]
        thinned |= {lane.label: lane for lane in kept}
        thinned[first.label] = replace(first, alike=len(group) - len(kept))
    return [thinned[lane.label] for lane in lanes if lane.label in thinned]


def _lanes_worth_keeping(lanes: Sequence[Lane]) -> list[Lane]:
    tasks = [index for index, lane in enumerate(lanes) if lane.kind == "task"]
    # A stable sort: among equals the first come first.
    tasks.sort(key=lambda index: not lanes[index].is_remarkable)
    left_out = set(tasks[MOST_LANES:])
    return [lane for index, lane in enumerate(lanes) if index not in left_out]


def _merged(spans: tuple[Span, ...], shortest: float) -> tuple[Span, ...]:
    if len(spans) <= MOST_SPANS:
        return spans
    merged: list[Span] = []
    for span in spans:
        if merged and _is_short(merged[-1], shortest) and _is_short(span, shortest):
            merged[-1] = _together(merged[-1], span)
        else:
            merged.append(span)
    return tuple(merged)


def _is_short(span: Span, shortest: float) -> bool:
    return span.state != "holding" and span.end - span.begin < shortest


def _together(first: Span, second: Span) -> Span:
    steps = max(_steps(first) + _steps(second), 1)
    running = next((s for s in (first, second) if s.state == "running"), first)
    return Span(running.state, first.begin, second.end, running.line, steps=steps)


def _steps(span: Span) -> int:
    return span.steps if span.state in ("running", "holding") else 0
