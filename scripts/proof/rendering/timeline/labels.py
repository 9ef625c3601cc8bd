"""What is written into a lane, the most important first, as far as there is room."""

from collections.abc import Iterator, Sequence
from enum import Enum

from proof.rendering.markup import one_line
from proof.rendering.timeline.bars import Bar, BarKind
from proof.rendering.timeline.marks import Mark, MarkKind
from proof.rendering.timeline.texts import (
    NAME,
    PRINTED,
    STRONG,
    WORDS,
    Canvas,
    Font,
    LabelRow,
    Text,
    beside,
    shortened,
    width,
)
from proof.rendering.timeline.wording import roughly
from proof.runs.history import Lane
from proof.text import counted

_PRINTED_PARTS = (0.8, 0.37, 0.2)
"""Of the width, what a printed line may take: all of it rather than a part."""
_TIMES = "\N{MULTIPLICATION SIGN}"
_MOST_WAITS = 2


class Row(Enum):
    """The three lines of a lane."""

    NAME = "name"
    BAR = "bar"
    DOTS = "dots"


def label_lane(
    lane: Lane,
    bars: Sequence[Bar],
    marks: Sequence[Mark],
    canvas: Canvas,
    remarks: Sequence[str] = (),
) -> list[tuple[Row, Text]]:
    """The texts of a lane, each with its line.

    Args:
        lane: What it did.
        bars: What is drawn of that.
        marks: What else is drawn.
        canvas: How much room there is.
        remarks: What to say beside its name, the most first.
    """
    labels = _Labels(lane, bars, marks, canvas)
    beside_name = [Text(words, 1.0, "end") for words in remarks]
    return [*labels.name(), *labels.put(Row.NAME, beside_name), *labels.all()]


class _Labels:
    def __init__(
        self, lane: Lane, bars: Sequence[Bar], marks: Sequence[Mark], canvas: Canvas
    ) -> None:
        self.lane, self.bars, self.marks, self.canvas = lane, bars, marks, canvas
        self.rows = {row: LabelRow(canvas) for row in Row}

    def all(self) -> Iterator[tuple[Row, Text]]:
        """All but the name."""
        self._keep_clear()
        for kind in ("holding", "overdue", "thread"):
            yield from self._on_bars(kind)
        yield from self._due()
        yield from self._ends()
        yield from self._cancels()
        for kind in ("unrecorded", "ready", "many", "suspended"):
            yield from self._on_bars(kind)
        yield from self._printed()

    def name(self) -> Iterator[tuple[Row, Text]]:
        """What the lane is called."""
        room = self.canvas.width - 2 * self.canvas.pixels(0)
        name = shortened(one_line(self.lane.label), room / self.canvas.text_scale, NAME)
        style = "name" if self.lane.kind == "task" else "name aside"
        yield from self.put(Row.NAME, [Text(name, 0.0, font=NAME, style=style)])

    def _keep_clear(self) -> None:
        for mark in self.marks:
            row, half = _room_of(mark)
            self.rows[row].keep_clear(mark.at, half)

    def _on_bars(self, kind: str) -> Iterator[tuple[Row, Text]]:
        bars = [bar for bar in self.bars if bar.kind == kind]
        bars.sort(key=lambda bar: bar.seconds, reverse=True)
        for bar in bars[:_MOST_WAITS] if kind == "suspended" else bars:
            yield from self._on_bar(bar)

    def _on_bar(self, bar: Bar) -> Iterator[tuple[Row, Text]]:
        labels = _bar_words(bar)
        inside = [text for words in labels if (text := self._inside(words, bar))]
        may_be_above = bar.kind in {"holding", "overdue", "thread"} and labels
        if inside[:1] and (not may_be_above or inside[0].words in labels[:-1]):
            yield from self.put(Row.BAR, inside)
        elif may_be_above:
            above = [text for words in labels[:-1] for text in _above(words, bar)]
            yield from list(self.put(Row.NAME, above)) or self.put(Row.BAR, inside)

    def _due(self) -> Iterator[tuple[Row, Text]]:
        for mark in (mark for mark in self.marks if mark.kind is MarkKind.DUE):
            after, before = beside("due", mark.at, 7, WORDS, "overdue above")
            yield from self.put(Row.NAME, [before, after])

    def _ends(self) -> Iterator[tuple[Row, Text]]:
        for mark in self.marks:
            words = _end_words(mark, self.lane)
            if words:
                style = "exception" if mark.kind is MarkKind.FAILED else "quiet"
                after, _ = beside(words, mark.at, 10, STRONG, style)
                over = beside(words, mark.at, -5, STRONG, style)[::-1]
                yield from list(self.put(Row.BAR, [after])) or self.put(Row.NAME, over)

    def _cancels(self) -> Iterator[tuple[Row, Text]]:
        for mark in self.marks:
            if mark.kind is MarkKind.CANCEL:
                yield from self.put(
                    Row.NAME,
                    [
                        text
                        for words in ("cancel requested", "cancel")
                        for text in beside(words, mark.at, 10, WORDS, "quiet")[::-1]
                    ],
                )

    def _printed(self) -> Iterator[tuple[Row, Text]]:
        for mark in self.marks:
            if mark.lines:
                yield from self.put(
                    Row.DOTS,
                    [
                        text
                        for words in _dot_words(mark, self.canvas)
                        for text in beside(words, mark.at, 9, PRINTED, "printed")
                    ],
                )

    def _inside(self, words: str, bar: Bar) -> Text | None:
        font = _bar_font(bar)
        # Marks at the ends of a bar take some of it.
        room = self.canvas.pixels(bar.end) - self.canvas.pixels(bar.begin) - 14
        if self.canvas.text_width(words, font) > room:
            return None
        return Text(words, (bar.begin + bar.end) / 2, "middle", 0, font, bar.kind)

    def put(self, row: Row, texts: Sequence[Text]) -> Iterator[tuple[Row, Text]]:
        """The first of some texts for which a line has room, if there is one."""
        if text := self.rows[row].place(texts):
            yield row, text


def _room_of(mark: Mark) -> tuple[Row, float]:
    """The line that a mark is on, and half of its width there in pixels."""
    if mark.kind is MarkKind.DUE:
        return Row.NAME, 1
    if mark.kind is MarkKind.CANCEL:
        return Row.NAME, 5
    return (Row.DOTS, 3) if mark.lines else (Row.BAR, 5)


def _above(words: str, bar: Bar) -> list[Text]:
    style = f"{bar.kind} above"
    font = _bar_font(bar)
    return [
        Text(words, (bar.begin + bar.end) / 2, "middle", 0, font, style),
        Text(words, bar.begin, "start", 0, font, style),
        Text(words, bar.end, "end", 0, font, style),
        Text(words, bar.begin, "end", 0, font, style),
    ]


def _bar_font(bar: Bar) -> Font:
    return STRONG if bar.kind in {"holding", "overdue"} else WORDS


def _bar_words(bar: Bar) -> tuple[str, ...]:
    """How to label a bar: the most first, then the same in less room."""
    long, waits = roughly(bar.seconds), one_line(bar.spans[0].waits_for)
    words: dict[BarKind, tuple[str, ...]] = {
        "holding": (f"holds the loop {long}", f"holds {long}", long),
        "overdue": (f"{long} late", "late") if bar.is_notably_late else (),
        "ready": (f"ready, must wait {long}", "ready, must wait", "ready"),
        "many": (counted(bar.steps, "short step"), f"{bar.steps:,} steps"),
        "suspended": (f"suspended {waits}".strip(), waits or "suspended", "suspended"),
        "unrecorded": ("not recorded",),
        "thread": (f"{waits}, {long}".removeprefix(", "), waits or long, long),
    }
    return words.get(bar.kind, ())


def _end_words(mark: Mark, lane: Lane) -> str:
    if mark.kind is MarkKind.FAILED:
        return one_line(lane.exception) or "failed"
    if mark.kind is MarkKind.CANCELLED:
        return "cancelled"
    return "never ended" if mark.kind is MarkKind.PENDING else ""


def _dot_words(mark: Mark, canvas: Canvas) -> Iterator[str]:
    first = one_line(mark.lines[0].text).strip()
    more = len(mark.lines) - 1
    also = f" +{more}" if more else ""
    for part in _PRINTED_PARTS if first else ():
        room = canvas.width * part / canvas.text_scale
        yield shortened(first, room - width(also, PRINTED), PRINTED) + also
    if more:
        yield f"{_TIMES}{more + 1}"
