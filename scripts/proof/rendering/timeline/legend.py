"""What the shapes of a timeline mean: once a page."""

from collections.abc import Iterator

from proof.rendering.timeline.bars import Look
from proof.rendering.timeline.marks import Sort
from proof.rendering.timeline.shapes import HEIGHTS, PATTERNS, SHAPES, pattern

_BARS: dict[Look, str] = {
    "running": "<b>running</b>: one step of a task",
    "holding": "<b>holds the loop</b>: a step of more than 50 ms",
    "ready": "<b>ready</b>: could go on, waits for its turn",
    "overdue": "<b>overdue</b>: its time has come, the loop is busy",
    "suspended": "<b>suspended</b>: waits for something",
    "many": "<b>many steps</b>, too short to be drawn one by one",
    "thread": "a <b>thread</b>: runs beside the loop",
}
_MARKS = {
    Sort.DONE: "<b>done</b>",
    Sort.FAILED: "<b>failed</b>",
    Sort.CANCELLED: "<b>cancelled</b>",
    Sort.PENDING: "<b>never ended</b>",
    Sort.CANCEL: "<b>cancel</b> requested",
}
_PRINTED = "<b>printed</b> a line (hollow: to stderr)"


def legend() -> str:
    """The legend as HTML; it may stand once in a page."""
    return (
        '<aside class="proof-legend" aria-label="What the shapes of a timeline mean">'
        f"<ul>{''.join(_items())}</ul></aside>\n"
    )


def _items() -> Iterator[str]:
    for look, words in _BARS.items():
        yield _item(_bar(look), words)
    for sort, words in _MARKS.items():
        y = 26 if sort is Sort.CANCEL else 11
        yield _item(
            f'<svg class="proof-mark" data-mark="{sort.value}" x="16" y="{y}">'
            f"{SHAPES[sort]}</svg>",
            words,
        )
    dots = "".join(
        f'<circle class="proof-dot" data-mark="{sort.value}" cx="{x}" cy="11" r="3"/>'
        for sort, x in ((Sort.PRINTED, 10), (Sort.COMPLAINED, 22))
    )
    yield _item(dots, _PRINTED)


def _item(shape: str, words: str) -> str:
    return (
        '<li><svg class="proof-picture" width="32" height="22" aria-hidden="true">'
        f"{shape}</svg><span>{words}</span></li>"
    )


def _bar(look: Look) -> str:
    if look == "suspended":
        return '<line class="proof-life" x1="1" x2="31" y1="11" y2="11"/>'
    height = HEIGHTS[look]
    y = (22 - height) // 2
    fill, defined = "", ""
    if look in PATTERNS:
        identifier = f"proof-legend-{look}"
        fill = f' fill="url(#{identifier})"'
        defined = f"<defs>{pattern(look, identifier)}</defs>"
    return (
        f'{defined}<rect data-state="{look}"{fill} x="1" y="{y}" width="30"'
        f' height="{height}"/>'
    )
