"""What a timeline shows, as a table."""

from collections.abc import Iterator, Sequence
from html import escape

from proof.rendering.timeline.facts import state_words
from proof.rendering.timeline.wording import Clock, clean, counted, exactly
from proof.runs.history import Lane, Span

MOST_ROWS = 60
"""About how many rows there may be, for all lanes together."""

_LEAST = 4
_UNBROKEN = 14
_IMPORTANCE = ("holding", "overdue")


def facts_table(lanes: Sequence[Lane], notes: Sequence[str], clock: Clock) -> str:
    """The table as HTML, folded away until asked for."""
    most = max(_LEAST, MOST_ROWS // max(len(lanes), 1))
    bodies = "".join(_body(lane, most, clock) for lane in lanes)
    foot = "".join(f'<tr><td colspan="4">{escape(note)}</td></tr>' for note in notes)
    return (
        '<details class="proof-facts"><summary>The same as a table</summary><table>'
        '<thead><tr><th scope="col">Who</th><th scope="col">What</th>'
        '<th scope="col">From</th><th scope="col">For</th></tr></thead>'
        f"{bodies}{f'<tfoot>{foot}</tfoot>' if foot else ''}</table></details>\n"
    )


def _body(lane: Lane, most: int, clock: Clock) -> str:
    rows = list(_rows(lane, most, clock))
    who = f'<th scope="rowgroup" rowspan="{len(rows)}">{_breakable(lane.label)}</th>'
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<tbody><tr>{who}{'</tr><tr>'.join(cells)}</tr></tbody>"


def _breakable(label: str) -> str:
    """A label as HTML that may be broken, best after its underscores."""
    parts = clean(label).replace("_", "_\n").split("\n")
    pieces = [part[at : at + _UNBROKEN] for part in parts for at in _starts(part)]
    return "<wbr>".join(map(escape, pieces))


def _starts(part: str) -> range:
    return range(0, len(part), _UNBROKEN)


def _rows(lane: Lane, most: int, clock: Clock) -> Iterator[tuple[str, str, str]]:
    told = _worth_telling(lane.spans, most)
    for span in told:
        what = state_words(span, lane) + (f", line {span.line}" if span.line else "")
        yield what, clock.moment(span.begin), exactly(span.end - span.begin)
    if others := len(lane.spans) - len(told):
        yield f"and {counted(others, 'shorter span')}", "", ""
    for at in lane.cancels[:most]:
        yield "cancellation requested", clock.moment(at), ""
    if lane.kind == "task":
        ended = "" if lane.ended_at is None else clock.moment(lane.ended_at)
        yield _end(lane), ended, ""


def _worth_telling(spans: Sequence[Span], most: int) -> list[Span]:
    def weight(span: Span) -> tuple[bool, float]:
        return span.state in _IMPORTANCE, span.end - span.begin

    kept = sorted(spans, key=weight, reverse=True)[:most]
    return sorted(kept, key=lambda span: span.begin)


def _end(lane: Lane) -> str:
    if lane.end == "failed":
        return f"failed: {clean(lane.exception)}" if lane.exception else "failed"
    return "never ended" if lane.end == "pending" else lane.end
