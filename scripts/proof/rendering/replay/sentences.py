"""The sentence that says what happens at a moment of a replay."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from proof.rendering.markup import one_line, visible
from proof.rendering.replay.moments import Event, Moment, Scene, holder_at, span_at
from proof.rendering.timeline.wording import Clock
from proof.rendering.where import lines_words, place_at, somewhere
from proof.runs.history import Lane, Place, Span
from proof.text import counted

Piece = str | int
"""Text, or the number of a lane whose name is shown there."""

_LONGEST_QUOTE = 40
_MOST_NAMES = 4


@dataclass(frozen=True)
class _Merged(Event):
    """An event and how many more lines the same call printed."""

    more: int = 0


def sentence(scene: Scene, moment: Moment, clock: Clock) -> list[Piece]:
    """What happens at a moment, as the pieces of one sentence.

    Args:
        scene: The run.
        moment: One of its moments.
        clock: How times are written in the picture beside it.
    """
    clauses = [_clause(scene, event, clock) for event in _merged(moment.events)]
    clauses.append(_meanwhile(scene, moment, clock))
    pieces: list[Piece] = []
    for clause in filter(None, clauses):
        pieces += ["; ", *clause] if pieces else clause
    first = pieces[0]
    if isinstance(first, str):
        pieces[0] = first[0].upper() + first[1:]
    return list(_joined([*pieces, "."]))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        if text:
            yield text
        text = ""
        yield piece
    yield text


def _merged(events: Sequence[Event]) -> list[_Merged]:
    """Lines that one call printed count as one event."""
    merged: list[_Merged] = []
    for event in events:
        last = merged[-1] if merged else None
        prints = event.kind == "prints"
        if last and prints and (last.kind, last.lane) == ("prints", event.lane):
            merged[-1] = replace(last, more=last.more + 1)
        else:
            merged.append(
                _Merged(
                    event.kind,
                    event.at,
                    event.lane,
                    event.span,
                    event.line,
                    event.place,
                )
            )
    return merged


def _clause(scene: Scene, event: _Merged, clock: Clock) -> list[Piece]:
    if event.kind == "prints":
        return _printing(event)
    if event.lane is not None:
        return _lane_clause(scene, event.lane, event, clock)
    if event.kind == "idle":
        return _waiting(scene, event.at)
    if event.kind == "wakes":
        return ["the loop wakes up"]
    return [f"the run is over after {clock.moment(scene.took)}"]


def _lane_clause(
    scene: Scene, number: int, event: _Merged, clock: Clock
) -> list[Piece]:
    lane = scene.lanes[number]
    if event.kind == "cancel":
        return [number, " is asked to cancel"]
    if event.span is None:
        return [number, _ending(lane)]
    if event.place is not None:
        return _standing(scene, lane, number, event, clock)
    if event.kind == "stops":
        return [number, f" has run {_calls(event.span)}"]
    return _beginning(lane, number, event.span, clock)


def _standing(
    scene: Scene, lane: Lane, number: int, event: _Merged, clock: Clock
) -> list[Piece]:
    """A long step has come to where it stands for a while."""
    assert event.span is not None
    assert event.place is not None
    where = _standing_place(scene, event.place)
    place = f" {where}, until {clock.moment(event.place.end)}"
    holds = event.span.state == "holding"
    if lane.kind == "callbacks":
        does = "is held by" if holds else "runs"
        return [f"the loop {does} {_calls(event.span)}{place}"]
    return [number, f" {'holds the loop' if holds else 'computes'}{place}"]


def _standing_place(scene: Scene, place: Place) -> str:
    lines = lines_words(place.lines)
    if len(place.lines) > 1 or place.lines[0] > len(scene.code):
        return f"in {lines}"
    text = visible(scene.code[place.lines[0] - 1]).strip()
    return f"in {_quoted(text)}, {lines}"


def _beginning(lane: Lane, number: int, span: Span, clock: Clock) -> list[Piece]:
    if lane.kind == "thread":
        return [number, f" runs {_calls(span)} beside the loop"]
    held = ""
    if span.state == "holding":
        held = f" and holds the loop for {clock.moment(span.end - span.begin)}"
    if lane.kind == "callbacks":
        return [f"the loop runs {_calls(span)}{held}"]
    return [number, _turn(lane, span, clock) + held]


def _turn(lane: Lane, span: Span, clock: Clock) -> str:
    at = _place(span)
    if span.state == "ready":
        is_new = span is lane.spans[0]
        return " is created, ready to start" if is_new else f" is ready to go on{at}"
    if span.state == "suspended":
        return f" is suspended{at} {one_line(span.waits_for)}".rstrip()
    if span.state == "overdue":
        due = "" if span.due is None else f": it was due at {clock.moment(span.due)}"
        return f" is overdue{at}{due}"
    if span.state == "unrecorded":
        return " goes on, but there was too much to record"
    if span.steps > 1:
        return f" runs{at}, in {span.steps} short steps"
    return f" {'starts' if _is_first_turn(lane, span) else 'goes on'}{at}"


def _is_first_turn(lane: Lane, span: Span) -> bool:
    turns = (one for one in lane.spans if one.state in {"running", "holding"})
    return next(turns) is span


def _place(span: Span) -> str:
    return f" at line {span.line}" if span.line else ""


def _calls(span: Span) -> str:
    return one_line(span.waits_for) or counted(span.steps, "call")


def _ending(lane: Lane) -> str:
    if lane.end == "failed":
        return f" ends with {one_line(lane.exception)}" if lane.exception else " fails"
    return " is cancelled" if lane.end == "cancelled" else " is done"


def _printing(event: _Merged) -> list[Piece]:
    assert event.line is not None
    what = _quoted(visible(event.line.text).strip())
    if event.more:
        what += f" and {counted(event.more, 'more line')}"
    if event.lane is None:
        return [f"{what} {'are' if event.more else 'is'} printed"]
    number = event.line.source_line
    return [event.lane, f" prints {what}{f', at line {number}' if number else ''}"]


def _quoted(text: str) -> str:
    if not text:
        return "an empty line"
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return f"“{short}”"


def _waiting(scene: Scene, at: float) -> list[Piece]:
    """Who the loop waits for: the tasks that are due next, or fell asleep last."""
    asleep = {
        number: span
        for number, lane in enumerate(scene.lanes)
        if (span := span_at(lane, at)) and span.state == "suspended"
    }
    if not asleep:
        return ["the loop is idle"]
    chosen = min(asleep.values(), key=_urgency)
    alike = [
        number
        for number, span in asleep.items()
        if (span.line, span.waits_for) == (chosen.line, chosen.waits_for)
    ]
    are = "are" if len(alike) > 1 else "is"
    waits = f"{_place(chosen)} {one_line(chosen.waits_for)}".rstrip()
    return [*_listed(alike), f" {are} suspended{waits}", "; the loop is idle"]


def _urgency(span: Span) -> tuple[float, float]:
    return (float("inf") if span.due is None else span.due, -span.begin)


def _listed(lanes: Sequence[int]) -> list[Piece]:
    shown: list[Piece] = list(lanes[:_MOST_NAMES])
    if len(lanes) > len(shown):
        shown.append(f"{len(lanes) - len(shown)} more")
    pieces: list[Piece] = []
    for number, name in enumerate(shown):
        between = " and " if number == len(shown) - 1 else ", "
        pieces += [between, name] if number else [name]
    return pieces


def _meanwhile(scene: Scene, moment: Moment, clock: Clock) -> list[Piece]:
    """What the loop does at that time, where the events do not say it."""
    kinds = {event.kind for event in moment.events}
    if kinds & {"idle", "over"}:
        return []
    if scene.is_idle(moment.at):
        return ["the loop is idle"]
    holder = holder_at(scene, moment.at)
    if holder is None or any(
        event.kind in {"begins", "stands"} and event.lane == holder
        for event in moment.events
    ):
        return []
    span = span_at(scene.lanes[holder], moment.at)
    assert span is not None
    until = f" holds the loop {_holding_until(scene, span, moment, clock)}"
    if any(event.lane == holder for event in moment.events):
        return [f"it{until}"]
    return [holder, until]


def _holding_until(scene: Scene, span: Span, moment: Moment, clock: Clock) -> str:
    """Where a step holds the loop, and until when."""
    if place := place_at(span, moment.at):
        return f"{_standing_place(scene, place)}, until {clock.moment(place.end)}"
    until = f"until {clock.moment(span.end)}"
    holder = holder_at(scene, moment.at)
    printed = [
        line.source_line
        for line in scene.lines
        if scene.numbers.get(line.lane) == holder and span.begin <= line.at <= moment.at
    ]
    words = somewhere(span, printed[-1] if printed else None)
    return f"{until}, {words}" if words else until
