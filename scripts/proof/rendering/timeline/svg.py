"""From geometry to SVG: across in percent, so that texts keep their size."""

from collections.abc import Iterator, Mapping, Sequence

from proof.rendering.markup import Html, one_line
from proof.rendering.timeline.bars import Bar
from proof.rendering.timeline.facts import state_words
from proof.rendering.timeline.layout import (
    BAR_LINE,
    DOT_LINE,
    TOP,
    Picture,
    PlacedLane,
    Strip,
)
from proof.rendering.timeline.marks import Mark, MarkKind
from proof.rendering.timeline.shapes import HEIGHTS, PATTERNS, SHAPES, pattern
from proof.rendering.timeline.texts import (
    CANVASES,
    EDGE,
    SPAN,
    WIDE,
    Canvas,
    Text,
)
from proof.rendering.timeline.wording import Clock, exactly
from proof.runs.history import Lane
from proof.text import counted

_MOST_TITLES = 24
_TICK_MORE = 4
_STRIP_HIGH = 4
_RIGHT = "99.6%"
# Texts in the middle of something that would show between their letters.
_ON_PATTERN = {"suspended", "many", "ready", "overdue"}


def svg(picture: Picture, identifier: str, title: str, description: str) -> Html:
    """The picture of a run, as SVG inside HTML.

    Args:
        picture: What to draw.
        identifier: What its ids begin with; unique in its page.
        title: What it is called.
        description: What is to be seen in it.
    """
    lanes = enumerate(picture.lanes)
    return Html(
        '<svg class="proof-picture" role="group" aria-labelledby="{id}-title"'
        ' aria-describedby="{id}-text" width="100%" height="{height}"'
        ' data-axis="{axis}"><title id="{id}-title">{title}</title>'
        '<desc id="{id}-text">{description}</desc>{definitions}'
        '<g class="proof-axis" aria-hidden="true">{grid}{texts}</g>\n'
        '<g class="proof-lanes">\n{lanes}</g></svg>\n'
    ).format(
        id=identifier,
        height=picture.height,
        axis=picture.axis.kind,
        title=title,
        description=description,
        definitions=_definitions(picture, identifier),
        grid=Html().join(_grid(picture)),
        texts=Html().join(_texts(picture.texts)),
        lanes=Html().join(_lane(lane, n, identifier, picture) for n, lane in lanes),
    )


def _definitions(picture: Picture, identifier: str) -> Html:
    kinds = {bar.kind for lane in picture.lanes for bar in lane.bars if not bar.is_tick}
    used = [pattern(kind, f"{identifier}-{kind}") for kind in PATTERNS if kind in kinds]
    if not used:
        return Html("\n")
    return Html("<defs>{}</defs>\n").format(Html().join(used))


def _grid(picture: Picture) -> Iterator[Html]:
    for tick in picture.axis.ticks:
        yield _upright(tick.line, TOP, picture.bottom)
    if picture.ends_at is not None:
        yield _upright(picture.ends_at, TOP, picture.bottom + 2, "proof-over")


def _upright(at: float, top: float, bottom: float, name: str = "") -> Html:
    return Html('<line{} x1="{x}" x2="{x}" y1="{}" y2="{}"/>').format(
        Html(' class="{}"').format(name) if name else "", top, bottom, x=_x(at)
    )


def _lane(lane: PlacedLane, index: int, identifier: str, picture: Picture) -> Html:
    clock = Clock.of(picture.axis)
    is_titled = len(lane.bars) <= _MOST_TITLES
    bars = (
        _bar(bar, lane, identifier, clock if is_titled or not bar.is_tick else None)
        for bar in _lowest_first(lane.bars)
    )
    return Html(
        '<g class="proof-lane" data-lane="{index}" data-kind="{kind}" role="img"'
        ' tabindex="0" aria-labelledby="{id}-lane-{index}">'
        '<rect class="proof-reach" x="0.3%" y="{top}" width="99.4%" height="{height}"'
        ' rx="3"/>{life}{bars}{marks}{texts}</g>\n'
    ).format(
        index=index,
        kind=lane.lane.kind,
        id=identifier,
        top=lane.top - 2,
        height=lane.height - 1,
        life=Html() if lane.strips else _life(lane.lane, lane.top + BAR_LINE, picture),
        bars=Html().join(bars)
        + Html().join(_strip(strip, picture) for strip in lane.strips),
        marks=Html().join(_mark(mark, lane, clock) for mark in lane.marks),
        texts=Html().join(_texts(lane.texts)),
    )


def _lowest_first(bars: tuple[Bar, ...]) -> list[Bar]:
    """Ticks come last: a bar beside them would cover half of them."""
    return sorted(bars, key=lambda bar: bar.is_tick)


def _strip(strip: Strip, picture: Picture) -> Html:
    """One of several lanes that share a row: what it did, without words."""
    half = _STRIP_HIGH / 2
    shapes = (
        Html(
            '<line data-state="{}" x1="{x}" x2="{x}" y1="{:g}" y2="{:g}"/>'
            if bar.is_tick
            else '<rect data-state="{}" x="{x}" y="{:g}" width="{width}"'
            ' height="{high}"/>'
        ).format(
            bar.kind,
            strip.middle - half - bar.is_tick,
            strip.middle + half + bar.is_tick,
            x=_x(bar.begin),
            width=_percent(SPAN * (bar.end - bar.begin)),
            high=_STRIP_HIGH,
        )
        for bar in _lowest_first(strip.bars)
    )
    ends = (
        Html(
            '<svg class="proof-mark" data-mark="{}" x="{}" y="{:g}">'
            '<g transform="scale(0.5)">{}</g></svg>'
        ).format(
            mark.kind.value,
            _RIGHT if mark.kind is MarkKind.PENDING else _x(mark.at),
            strip.middle,
            SHAPES[mark.kind],
        )
        for mark in strip.marks
    )
    return Html('<g class="proof-strip">{}{}{}</g>').format(
        _life(strip.lane, strip.middle, picture), Html().join(shapes), Html().join(ends)
    )


def _life(lane: Lane, middle: float, picture: Picture) -> Html:
    """The thin line under everything: a task is there, and suspended."""
    if lane.kind != "task":
        return Html()
    end = lane.ended_at
    begin = picture.axis.at(lane.created_at)
    until = 1.0 if end is None else picture.axis.at(end)
    return Html('<line class="proof-life" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
        _x(begin), _x(until), y=f"{middle:g}"
    )


def _bar(bar: Bar, lane: PlacedLane, identifier: str, clock: Clock | None) -> Html:
    middle, height = lane.top + BAR_LINE, HEIGHTS[bar.kind]
    title = _bar_title(bar, lane, clock) if clock else ""
    if bar.is_tick:
        half = height / 2 + _TICK_MORE
        line = Html('<line data-state="{}" x1="{x}" x2="{x}" y1="{:g}" y2="{:g}"{}')
        return line.format(
            bar.kind,
            middle - half,
            middle + half,
            _close("line", title),
            x=_x(bar.begin),
        )
    fill = Html(' fill="url(#{}-{})"').format(identifier, bar.kind)
    return Html(
        '<rect data-state="{}"{} x="{}" y="{:g}" width="{}" height="{}"{}'
    ).format(
        bar.kind,
        fill if bar.kind in PATTERNS else "",
        _x(bar.begin),
        middle - height / 2,
        _percent(SPAN * (bar.end - bar.begin)),
        height,
        _close("rect", title),
    )


def _close(tag: str, title: str) -> Html:
    """The end of a shape, with what is shown to those who point at it."""
    if not title:
        return Html("/>")
    return Html("><title>{}</title></{}>").format(title, tag)


def _bar_title(bar: Bar, lane: PlacedLane, clock: Clock) -> str:
    first, last = bar.spans[0], bar.spans[-1]
    if len(bar.spans) == 1 and bar.kind != "many":
        what = state_words(first, lane.lane)
    elif lane.lane.kind == "task":
        what = counted(bar.steps, "step")
    else:
        what = counted(len(bar.spans), "call")
    return (
        f"{what}, {clock.moment(first.begin)} to "
        f"{clock.moment(last.end)}: {exactly(bar.seconds)}"
    )


def _mark(mark: Mark, lane: PlacedLane, clock: Clock) -> Html:
    middle = lane.top + BAR_LINE
    if mark.kind is MarkKind.DUE:
        return _upright(mark.at, middle - 15, middle + 9, "proof-due")
    if mark.lines:
        return _dot(mark, lane, clock)
    if mark.kind is MarkKind.PENDING:
        place, title = _RIGHT, "never ended"
    else:
        place = _x(mark.at)
        title = f"{_MARK_WORDS[mark.kind]} {clock.moment(mark.time)}"
    return Html(
        '<svg class="proof-mark" data-mark="{}" x="{}" y="{}"><title>{}</title>{}</svg>'
    ).format(mark.kind.value, place, middle, title, SHAPES[mark.kind])


def _dot(mark: Mark, lane: PlacedLane, clock: Clock) -> Html:
    title = ""
    if len(lane.marks) <= _MOST_TITLES:
        printed = " / ".join(one_line(line.text)[:60] for line in mark.lines[:5])
        title = f"{clock.moment(mark.time)}: {printed}"
    return Html(
        '<circle class="proof-dot" data-mark="{}" cx="{}" cy="{}" r="3"{}'
    ).format(mark.kind.value, _x(mark.at), lane.top + DOT_LINE, _close("circle", title))


_MARK_WORDS = {
    MarkKind.DONE: "done at",
    MarkKind.FAILED: "failed at",
    MarkKind.CANCELLED: "cancelled at",
    MarkKind.CANCEL: "cancellation requested at",
}


def _texts(texts: Mapping[Canvas, Sequence[Text]]) -> Iterator[Html]:
    """Texts; those that are not for every width say so."""
    for text in dict.fromkeys(text for canvas in CANVASES for text in texts[canvas]):
        absent = (c.name for c in CANVASES if text not in texts[c])
        yield _text(text, "".join(f" not-{name}" for name in absent))


def _text(text: Text, also: str = "") -> Html:
    classes = " ".join(f"proof-{style}" for style in (text.style + also).split())
    if text.font.mono:
        classes += " proof-typed"
    weight = Html(' font-weight="600"') if text.font.bold else ""
    if text.style in _ON_PATTERN:
        # Wide enough for the largest size, and for the halo of the letters.
        half = round(WIDE.text_width(text.words, text.font) / 2) + 1
        return Html(
            '<svg class="proof-tag {}" x="{}" y="{:g}"><rect x="-{}" y="-10.5"'
            ' width="{}" height="13"/><text{}>{}</text></svg>'
        ).format(classes, _x(text.at), text.y, half, 2 * half, weight, text.words)
    anchor = Html(' text-anchor="{}"').format(text.anchor)
    shift = Html(' dx="{:g}"').format(text.shift)
    return Html('<text class="{}" x="{}" y="{:g}"{}{}{}>{}</text>').format(
        classes,
        _x(text.at),
        text.y,
        shift if text.shift else "",
        anchor if text.anchor != "start" else "",
        weight,
        text.words,
    )


def _x(fraction: float) -> str:
    return _percent(EDGE + SPAN * fraction)


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
