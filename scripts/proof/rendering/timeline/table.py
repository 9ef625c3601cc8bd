"""What a timeline shows, as a table."""

from collections.abc import Iterator, Sequence

from proof.rendering.markup import Html, one_line
from proof.rendering.timeline.facts import several, state_words
from proof.rendering.timeline.folding import Row
from proof.rendering.timeline.wording import Clock, exactly
from proof.rendering.where import where
from proof.runs.history import Lane, Span
from proof.text import counted

MOST_ROWS = 60
"""About how many rows there may be, for all lanes together."""

_LEAST = 4
_UNBROKEN = 14
_IMPORTANCE = ("holding", "overdue")


def facts_table(rows: Sequence[Row], notes: Sequence[str], clock: Clock) -> Html:
    """The table as HTML, folded away until asked for."""
    most = max(_LEAST, MOST_ROWS // max(len(rows), 1))
    note = Html('<tr><td colspan="4">{}</td></tr>')
    foot = Html("<tfoot>{}</tfoot>").format(Html().join(map(note.format, notes)))
    return Html(
        '<details class="proof-facts"><summary>The same as a table</summary><table>'
        '<thead><tr><th scope="col">Who</th><th scope="col">What</th>'
        '<th scope="col">From</th><th scope="col">For</th></tr></thead>'
        "{}{}</table></details>\n"
    ).format(
        Html().join(_body(row, most, clock) for row in rows),
        foot if notes else "",
    )


def _body(row: Row, most: int, clock: Clock) -> Html:
    cell = Html("<td>{}</td>")
    facts = _rows(row.lane, most, clock)
    if row.number > 1:
        facts = _rows_of_several(row, clock)
    rows = [Html().join(map(cell.format, fact)) for fact in facts]
    return Html(
        '<tbody><tr><th scope="rowgroup" rowspan="{}">{}</th>{}</tr></tbody>'
    ).format(len(rows), _breakable(row.lane.label), Html("</tr><tr>").join(rows))


def _breakable(label: str) -> Html:
    """A label as HTML that may be broken, best after its underscores."""
    parts = one_line(label).replace("_", "_\n").split("\n")
    pieces = [part[at : at + _UNBROKEN] for part in parts for at in _starts(part)]
    return Html("<wbr>").join(pieces)


def _starts(part: str) -> range:
    return range(0, len(part), _UNBROKEN)


def _rows_of_several(row: Row, clock: Clock) -> Iterator[tuple[str, str, str]]:
    yield several(row), "", ""
    for lane in (row.members[0], row.members[-1]):
        for what, begin, length in _rows(lane, _LEAST, clock):
            yield f"{one_line(lane.label)}: {what}", begin, length


def _rows(lane: Lane, most: int, clock: Clock) -> Iterator[tuple[str, str, str]]:
    shown = _most_important(lane.spans, most)
    for span in shown:
        what = ", ".join(filter(None, (state_words(span, lane), where(span))))
        yield what, clock.moment(span.begin), exactly(span.end - span.begin)
    if others := len(lane.spans) - len(shown):
        yield f"and {counted(others, 'shorter span')}", "", ""
    for at in lane.cancels[:most]:
        yield "cancellation requested", clock.moment(at), ""
    if lane.kind == "task":
        ended = "" if lane.ended_at is None else clock.moment(lane.ended_at)
        yield _end(lane), ended, ""


def _most_important(spans: Sequence[Span], most: int) -> list[Span]:
    def weight(span: Span) -> tuple[bool, float]:
        return span.state in _IMPORTANCE, span.end - span.begin

    kept = sorted(spans, key=weight, reverse=True)[:most]
    return sorted(kept, key=lambda span: span.begin)


def _end(lane: Lane) -> str:
    if lane.end == "failed":
        return f"failed: {one_line(lane.exception)}" if lane.exception else "failed"
    return "never ended" if lane.end == "pending" else lane.end
