"""From a history to geometry: rows, bars, marks and texts, all in numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from proof.rendering.timeline import labels
from proof.rendering.timeline.axis import Axis, axis_of
from proof.rendering.timeline.bars import Bar, bars_of
from proof.rendering.timeline.folding import Row, folded
from proof.rendering.timeline.marks import ENDS, Mark, MarkKind, marks_of
from proof.rendering.timeline.texts import (
    CANVASES,
    WORDS,
    Canvas,
    LabelRow,
    Text,
)
from proof.rendering.timeline.wording import exactly, roughly
from proof.runs.history import History, Lane
from proof.runs.run import Line

TOP = 4
NAME_LINE, BAR_LINE, DOT_LINE = 12, 28, 46
"""Pixels from the top of a row to a name's base, a bar's middle, a dot's middle."""

_SHORT_ROW, _ROW = 48, 63
_LINE = 16
_NOTES_APART = 4


_STRIP = 5


@dataclass(frozen=True)
class Strip:
    """One of several lanes that share a row.

    Attributes:
        lane: What it did.
        middle: Pixels above its middle.
        bars: From left to right.
        marks: How it ended.
    """

    lane: Lane
    middle: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class PlacedLane:
    """A row in its place.

    Attributes:
        row: Whose it is.
        lines: What it printed.
        top: Pixels above it.
        height: Pixels that it takes.
        bars: From left to right; none where several share the row.
        marks: Above, on and below its bars.
        strips: Those that share the row, from top to bottom.
        texts: What is written into it, if there is that much room.
    """

    row: Row
    lines: tuple[Line, ...]
    top: int
    height: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    strips: tuple[Strip, ...]
    texts: Mapping[Canvas, tuple[Text, ...]]

    @property
    def lane(self) -> Lane:
        """What is done in it."""
        return self.row.lane


@dataclass(frozen=True)
class Picture:
    """All that is drawn of a run.

    Attributes:
        axis: From times to fractions of the width.
        lanes: From top to bottom.
        texts: What is written along the axis, and below, if there is that much room.
        ends_at: Where the run ended, if the axis goes on after it.
        bottom: Pixels from the top to the axis.
        height: Pixels of all.
        notes: What was left out.
    """

    axis: Axis
    lanes: tuple[PlacedLane, ...]
    texts: Mapping[Canvas, tuple[Text, ...]]
    ends_at: float | None
    bottom: int
    height: int
    notes: tuple[str, ...]


def picture_of(
    history: History, lines: Sequence[Line], scale: float | None = None
) -> Picture:
    """Lay a run out."""
    axis = axis_of(history, scale)
    chosen = folded(history)
    placed: list[PlacedLane] = []
    top = TOP
    for row in chosen.rows:
        printed = tuple(line for line in lines if row.wrote(line.lane))
        placed.append(_placed(row, printed, axis, top))
        top += placed[-1].height
    notes = [
        Text(note, 0.0, y=top + _LINE * (line + 1) - 4)
        for line, note in enumerate(chosen.notes)
    ]
    bottom = top + _LINE * len(notes) + (_NOTES_APART if notes else 0)
    ends_at = axis.at(history.took) if scale and history.took < 0.97 * scale else None
    texts = {
        canvas: (*notes, *_along(axis, history, bottom, ends_at, canvas))
        for canvas in CANVASES
    }
    height = round(max(text.y for some in texts.values() for text in some)) + 5
    return Picture(axis, tuple(placed), texts, ends_at, bottom, height, chosen.notes)


def _placed(row: Row, lines: tuple[Line, ...], axis: Axis, top: int) -> PlacedLane:
    lane, bars, strips = row.lane, bars_of(row.lane, axis), tuple[Strip, ...]()
    if row.number > 1:
        bars, strips = (), tuple(_strips(row, axis, top))
    marks = marks_of(lane, lines, bars, axis)
    if strips:
        marks = tuple(mark for mark in marks if mark.lines)
    has_dots = any(mark.kind in {MarkKind.PRINTED, MarkKind.STDERR} for mark in marks)
    base = {
        labels.Row.NAME: top + NAME_LINE,
        labels.Row.BAR: top + BAR_LINE + 4,
        labels.Row.DOTS: top + DOT_LINE + 4,
    }
    texts = {
        canvas: tuple(
            replace(text, y=base[where])
            for where, text in labels.label_lane(lane, bars, marks, canvas, row.remarks)
        )
        for canvas in CANVASES
    }
    height = _ROW if has_dots else _SHORT_ROW
    return PlacedLane(row, lines, top, height, bars, marks, strips, texts)


def _strips(row: Row, axis: Axis, top: int) -> Iterator[Strip]:
    middle = top + BAR_LINE - _STRIP * (len(row.drawn) - 1) / 2
    for place, lane in enumerate(row.drawn):
        bars = bars_of(lane, axis)
        ends = tuple(m for m in marks_of(lane, (), bars, axis) if m.kind in ENDS)
        yield Strip(lane, middle + place * _STRIP, bars, ends)


def _along(
    axis: Axis, history: History, bottom: int, ends_at: float | None, canvas: Canvas
) -> list[Text]:
    """What is written under the lanes."""
    row = LabelRow(canvas)
    first, second = bottom + 14, bottom + 14 + _LINE
    texts = [
        replace(text, y=first)
        for tick in axis.ticks
        if tick.words and (text := row.place(_tick_texts(tick.words, tick.label)))
    ]
    if axis.kind == "steps":
        took = exactly(history.took)
        sentences = [
            f"Each column is one step of a task; all took {took}",
            f"Each column is one step; all took {took}",
            f"Columns are steps; all took {took}",
            "steps",
        ]
        texts.append(
            next(
                Text(words, 0.0, y=second)
                for words in sentences
                if canvas.text_width(words, WORDS) < canvas.width - canvas.pixels(0)
            )
        )
    elif ends_at is not None:
        words = f"over after {roughly(history.took)}"
        ends = [
            Text(words, ends_at, "start", -3, WORDS, "ink"),
            Text(words, ends_at, "end", 3, WORDS, "ink"),
        ]
        if text := LabelRow(canvas).place(ends):
            texts.append(replace(text, y=second))
    return texts


def _tick_texts(words: str, at: float) -> list[Text]:
    return [
        Text(words, at, "middle"),
        Text(words, at, "start" if at < 0.5 else "end"),
    ]
