"""The timeline of a run: a lane for each task, time from left to right.

Drawing takes a `History` and gives text; it executes nothing.
"""

from collections.abc import Sequence

from proof.rendering.markup import Html
from proof.rendering.timeline.axis import Axis, axis_of
from proof.rendering.timeline.facts import description, row_words, title
from proof.rendering.timeline.folding import Row, folded
from proof.rendering.timeline.layout import Picture, picture_of
from proof.rendering.timeline.shapes import legend
from proof.rendering.timeline.svg import svg
from proof.rendering.timeline.table import facts_table
from proof.rendering.timeline.wording import Clock
from proof.runs.history import History
from proof.runs.run import Line

__all__ = ["Axis", "Row", "axis_of", "draw", "drawn_rows", "legend", "scale_of"]


def draw(
    history: History,
    lines: Sequence[Line],
    identifier: str,
    name: str,
    scale: float | None = None,
    *,
    facts: bool = True,
) -> Html:
    """The timeline of a run as HTML, finished and escaped; empty without lanes.

    Args:
        history: What the run did.
        lines: What it printed.
        identifier: What the ids in it begin with; unique in its page.
        name: What to call the program.
        scale: Seconds that the axis must span, where runs are compared.
        facts: Whether the same stands below it as a table.
    """
    if not history.lanes:
        return Html()
    picture = picture_of(history, lines, scale)
    clock = Clock.of(picture.axis)
    drawing = svg(
        picture, identifier, title(history, name, clock), description(history, clock)
    )
    words = _words(picture, identifier, clock)
    if not facts:
        return drawing + words
    rows = [lane.row for lane in picture.lanes]
    return drawing + words + facts_table(rows, picture.notes, clock)


def drawn_rows(history: History) -> tuple[Row, ...]:
    """The rows that the timeline of a run has, in their order."""
    return folded(history).rows


def scale_of(*histories: History) -> float:
    """Seconds that the axes of some runs must span for their lengths to compare."""
    return max(axis_of(history).breakpoints[-1][0] for history in histories)


def _words(picture: Picture, identifier: str, clock: Clock) -> Html:
    """What a screen reader calls each lane; shown while it has the focus."""
    item = Html('<li id="{}-lane-{}" style="top:{}px">{}</li>')
    items = (
        item.format(
            identifier,
            index,
            lane.top + lane.height - picture.height - 2,
            row_words(lane.row, lane.lines, clock),
        )
        for index, lane in enumerate(picture.lanes)
    )
    return Html('<ol class="proof-words" aria-hidden="true">{}</ol>\n').format(
        Html().join(items)
    )
