"""The shapes that pictures are made of, and a legend of what they mean."""

from collections.abc import Iterator

from proof.rendering.markup import Html
from proof.rendering.timeline.bars import BarKind
from proof.rendering.timeline.marks import MarkKind

HEIGHTS: dict[BarKind, int] = {
    "running": 12,
    "holding": 20,
    "ready": 16,
    "overdue": 16,
    "suspended": 20,
    "unrecorded": 20,
    "many": 10,
    "thread": 16,
    "call": 4,
}
"""Pixels that each kind of bar is high; suspended, it is only there to be hovered."""

SHAPES = {
    MarkKind.DONE: Html('<circle r="4.5"/>'),
    MarkKind.FAILED: Html('<path d="M-5-5 5 5M5-5-5 5"/>'),
    MarkKind.CANCELLED: Html('<path d="M-4.5-4.5h9v9h-9zM4.5-4.5-4.5 4.5"/>'),
    MarkKind.PENDING: Html('<path d="M-6-5-1 0-6 5"/>'),
    MarkKind.CANCEL: Html('<path d="M-4.5-19h9L0-12z"/>'),
}
"""Marks around their place."""

PATTERNS: dict[BarKind, tuple[Html, Html]] = {
    "ready": (
        Html('width="5" height="6"'),
        Html('<circle class="proof-ready-ink" cx="2.5" cy="3" r="1.1"/>'),
    ),
    "overdue": (
        Html('width="7" height="7" patternTransform="rotate(45)"'),
        Html('<rect class="proof-late-ink" width="2.2" height="9"/>'),
    ),
    "many": (
        Html('width="4" height="9"'),
        Html('<rect class="proof-many-ink" width="1.6" height="9"/>'),
    ),
}
"""What fills the kinds of bars that are not plain: the size of a tile, and the ink."""

_BARS: dict[BarKind, Html] = {
    "running": Html("<b>running</b>: one step of a task"),
    "holding": Html("<b>holds the loop</b>: a step of more than 50 ms"),
    "ready": Html("<b>ready</b>: could go on, waits for its turn"),
    "overdue": Html("<b>overdue</b>: its time has come, the loop is busy"),
    "suspended": Html("<b>suspended</b>: waits for something"),
    "unrecorded": Html("<b>not recorded</b>: there was too much to record"),
    "many": Html("<b>many steps</b>, too short to be drawn one by one"),
    "thread": Html("a <b>thread</b>: runs beside the loop"),
}
_MARKS = {
    MarkKind.DONE: Html("<b>done</b>"),
    MarkKind.FAILED: Html("<b>failed</b>"),
    MarkKind.CANCELLED: Html("<b>cancelled</b>"),
    MarkKind.PENDING: Html("<b>never ended</b>"),
    MarkKind.CANCEL: Html("<b>cancel</b> requested"),
}
_PRINTED = Html("<b>printed</b> a line (hollow: to stderr)")


def pattern(kind: BarKind, identifier: str) -> Html:
    """A pattern by that id, to be defined once in what uses it."""
    return Html(
        '<pattern id="{}" patternUnits="userSpaceOnUse" {}>'
        '<rect class="proof-under" width="9" height="9"/>{}</pattern>'
    ).format(identifier, *PATTERNS[kind])


def legend() -> Html:
    """What the shapes of a timeline mean, as HTML; it may be once in a page."""
    return Html(
        '<aside class="proof-legend" aria-label="What the shapes of a timeline mean">'
        "<ul>{}</ul></aside>\n"
    ).format(Html().join(_items()))


def _items() -> Iterator[Html]:
    for kind, words in _BARS.items():
        yield _item(_bar(kind), words)
    for mark, words in _MARKS.items():
        y = 26 if mark is MarkKind.CANCEL else 11
        shape = Html('<svg class="proof-mark" data-mark="{}" x="16" y="{}">{}</svg>')
        yield _item(shape.format(mark.value, y, SHAPES[mark]), words)
    dot = Html('<circle class="proof-dot" data-mark="{}" cx="{}" cy="11" r="3"/>')
    dots = ((MarkKind.PRINTED, 10), (MarkKind.STDERR, 22))
    yield _item(Html().join(dot.format(mark.value, x) for mark, x in dots), _PRINTED)


def _item(shape: Html, words: Html) -> Html:
    return Html(
        '<li><svg class="proof-picture" width="32" height="22" aria-hidden="true">'
        "{}</svg><span>{}</span></li>"
    ).format(shape, words)


def _bar(kind: BarKind) -> Html:
    if kind == "suspended":
        return Html('<line class="proof-life" x1="1" x2="31" y1="11" y2="11"/>')
    height = HEIGHTS[kind]
    fill = defined = Html()
    if kind in PATTERNS:
        identifier = f"proof-legend-{kind}"
        fill = Html(' fill="url(#{})"').format(identifier)
        defined = Html("<defs>{}</defs>").format(pattern(kind, identifier))
    return Html(
        '{}<rect data-state="{}"{} x="1" y="{}" width="30" height="{}"/>'
    ).format(defined, kind, fill, (22 - height) // 2, height)
