"""From geometry to SVG: across in percent, so that texts keep their size."""

from collections.abc import Iterator
from html import escape

from proof.rendering.timeline.bars import Bar
from proof.rendering.timeline.facts import state_words
from proof.rendering.timeline.layout import BAR_LINE, DOT_LINE, TOP, Picture, PlacedLane
from proof.rendering.timeline.marks import Mark, Sort
from proof.rendering.timeline.shapes import HEIGHTS, PATTERNS, SHAPES, pattern
from proof.rendering.timeline.texts import EDGE, NARROW, SPAN, WIDE, Face, Text, width
from proof.rendering.timeline.wording import Clock, clean, counted, exactly

_MOST_TITLES = 24
_TICK_MORE = 4
_RIGHT = "99.6%"
# Texts in the middle of something that would show between their letters.
_ON_PATTERN = {"suspended", "many", "ready", "overdue"}
# Of the width that texts are given, what most faces take.
_USUAL = 0.83


def svg(picture: Picture, identifier: str, title: str, description: str) -> str:
    """The picture of a run, as SVG inside HTML.

    Args:
        picture: What to draw.
        identifier: What its ids begin with; unique in its page.
        title: What it is called.
        description: What is to be seen in it.
    """
    name = escape(identifier)
    parts = [
        f'<svg class="proof-picture" role="group" aria-labelledby="{name}-title"'
        f' aria-describedby="{name}-text" width="100%" height="{picture.height}"'
        f' data-axis="{picture.axis.kind}">',
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-text">{escape(description)}</desc>',
        _definitions(picture, name),
        '<g class="proof-axis" aria-hidden="true">',
        *_grid(picture),
        *(_text(text) for text in picture.texts),
        '</g>\n<g class="proof-plot">\n',
        *(
            _lane(lane, index, name, picture)
            for index, lane in enumerate(picture.lanes)
        ),
        "</g></svg>\n",
    ]
    return "".join(parts)


def _definitions(picture: Picture, name: str) -> str:
    looks = {bar.look for lane in picture.lanes for bar in lane.bars if not bar.is_tick}
    patterns = [pattern(look, f"{name}-{look}") for look in PATTERNS if look in looks]
    return f"<defs>{''.join(patterns)}</defs>\n" if patterns else "\n"


def _grid(picture: Picture) -> Iterator[str]:
    top, bottom = TOP, picture.bottom
    for tick in picture.axis.ticks:
        yield _upright(tick.line, top, bottom)
    if picture.ends_at is not None:
        yield _upright(picture.ends_at, top, bottom + 2, ' class="proof-over"')


def _upright(at: float, top: float, bottom: float, also: str = "") -> str:
    place = _x(at)
    return f'<line{also} x1="{place}" x2="{place}" y1="{top}" y2="{bottom}"/>'


def _lane(lane: PlacedLane, index: int, name: str, picture: Picture) -> str:
    clock = Clock.of(picture.axis)
    middle = lane.top + BAR_LINE
    few = len(lane.bars) <= _MOST_TITLES
    parts = [
        f'<g class="proof-lane" data-lane="{index}" data-kind="{lane.lane.kind}"'
        f' role="img" tabindex="0" aria-labelledby="{name}-lane-{index}">',
        f'<rect class="proof-reach" x="0.3%" y="{lane.top - 2}" width="99.4%"'
        f' height="{lane.height - 1}" rx="3"/>',
        _life(lane, picture, middle),
        *(
            _bar(bar, lane, middle, name, clock if few or not bar.is_tick else None)
            for bar in _lowest_first(lane.bars)
        ),
        *(_mark(mark, lane, clock) for mark in lane.marks),
        *_texts(lane),
        "</g>\n",
    ]
    return "".join(parts)


def _lowest_first(bars: tuple[Bar, ...]) -> list[Bar]:
    """Ticks come last: a bar beside them would cover half of them."""
    return sorted(bars, key=lambda bar: bar.is_tick)


def _life(lane: PlacedLane, picture: Picture, middle: int) -> str:
    """The thin line under everything: a task is there, and suspended."""
    if lane.lane.kind != "task":
        return ""
    end = lane.lane.ended_at
    begin = picture.axis.at(lane.lane.created_at)
    until = 1.0 if end is None else picture.axis.at(end)
    return (
        f'<line class="proof-life" x1="{_x(begin)}" x2="{_x(until)}"'
        f' y1="{middle}" y2="{middle}"/>'
    )


def _bar(
    bar: Bar, lane: PlacedLane, middle: int, name: str, clock: Clock | None
) -> str:
    title = f"<title>{escape(_bar_title(bar, lane, clock))}</title>" if clock else ""
    height = HEIGHTS[bar.look]
    if bar.is_tick:
        half = height / 2 + _TICK_MORE
        line = (
            f'<line data-state="{bar.look}" x1="{_x(bar.begin)}" x2="{_x(bar.begin)}"'
            f' y1="{middle - half:g}" y2="{middle + half:g}"'
        )
        return f"{line}>{title}</line>" if title else f"{line}/>"
    fill = f' fill="url(#{name}-{bar.look})"' if bar.look in PATTERNS else ""
    rect = f'<rect data-state="{bar.look}"{fill} {_box(bar, middle)}'
    return f"{rect}>{title}</rect>" if title else f"{rect}/>"


def _box(bar: Bar, middle: int) -> str:
    height = HEIGHTS[bar.look]
    return (
        f'x="{_x(bar.begin)}" y="{middle - height / 2:g}"'
        f' width="{_percent(SPAN * (bar.end - bar.begin))}" height="{height}"'
    )


def _bar_title(bar: Bar, lane: PlacedLane, clock: Clock) -> str:
    first, last = bar.spans[0], bar.spans[-1]
    if len(bar.spans) == 1 and bar.look != "many":
        what = state_words(first, lane.lane)
    elif lane.lane.kind == "task":
        what = counted(bar.steps, "step")
    else:
        what = counted(len(bar.spans), "call")
    return (
        f"{what}, {clock.moment(first.begin)} to "
        f"{clock.moment(last.end)}: {exactly(bar.seconds)}"
    )


def _mark(mark: Mark, lane: PlacedLane, clock: Clock) -> str:
    place, middle = _x(mark.at), lane.top + BAR_LINE
    if mark.sort is Sort.DUE:
        return _upright(mark.at, middle - 15, middle + 9, ' class="proof-due"')
    if mark.lines:
        dot = (
            f'<circle class="proof-dot" data-mark="{mark.sort.value}" cx="{place}"'
            f' cy="{lane.top + DOT_LINE}" r="3"'
        )
        if len(lane.marks) > _MOST_TITLES:
            return f"{dot}/>"
        printed = " / ".join(clean(line.text)[:60] for line in mark.lines[:5])
        title = f"{clock.moment(mark.time)}: {printed}"
        return f"{dot}><title>{escape(title)}</title></circle>"
    title = f"{_MARK_WORDS[mark.sort]} {clock.moment(mark.time)}"
    if mark.sort is Sort.PENDING:
        place, title = _RIGHT, "never ended"
    return (
        f'<svg class="proof-mark" data-mark="{mark.sort.value}" x="{place}"'
        f' y="{middle}"><title>{escape(title)}</title>{SHAPES[mark.sort]}</svg>'
    )


_MARK_WORDS = {
    Sort.DONE: "done at",
    Sort.FAILED: "failed at",
    Sort.CANCELLED: "cancelled at",
    Sort.CANCEL: "cancellation requested at",
    Sort.PENDING: "never ended by",
}


def _texts(lane: PlacedLane) -> Iterator[str]:
    """The texts of a lane; those that are not for every width say so."""
    narrow, wide = lane.texts[NARROW], lane.texts[WIDE]
    for text in narrow:
        yield _text(text, "" if text in wide else " tight")
    for text in wide:
        if text not in narrow:
            yield _text(text, " wide")


def _text(text: Text, also: str = "") -> str:
    classes = [f"proof-{style}" for style in (text.style + also).split()]
    if text.face.mono:
        classes.append("proof-typed")
    said = escape(text.words)
    if text.style in _ON_PATTERN:
        half = round(width(text.words, text.face) * _USUAL / 2) + 3
        return (
            f'<svg class="proof-tag {" ".join(classes)}" x="{_x(text.at)}"'
            f' y="{text.y:g}"><rect x="-{half}" y="-10" width="{2 * half}"'
            f' height="12"/><text{_weight(text.face)}>{said}</text></svg>'
        )
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    shift = f' dx="{text.shift:g}"' if text.shift else ""
    return (
        f'<text class="{" ".join(classes)}" x="{_x(text.at)}" y="{text.y:g}"'
        f"{shift}{anchor}{_weight(text.face)}>{said}</text>"
    )


def _weight(face: Face) -> str:
    return ' font-weight="600"' if face.bold else ""


def _x(fraction: float) -> str:
    return _percent(EDGE + SPAN * fraction)


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
