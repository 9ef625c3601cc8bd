"""Texts that never touch: how wide they are, and where there is room for them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import east_asian_width

Anchor = Literal["start", "middle", "end"]

EDGE, SPAN = 1.5, 97.0
"""Percent of the width that lie left of an axis, and under it."""

_APART = 5.0
# Of the widest font that may be fallen back to, in em.
_WIDTHS = {"ijl'|": 0.3, 'frtI.,:;()[]!-/" ': 0.41, "mwMW%@": 1.0, "cksvxyzJ": 0.59}
_WIDTH_OF = {char: em for chars, em in _WIDTHS.items() for char in chars}


@dataclass(frozen=True)
class Canvas:
    """How much room there is for texts.

    Attributes:
        width: Pixels.
        text_scale: How many times their size texts have.
        name: What styles call it.
    """

    width: float
    text_scale: float = 1.0
    name: str = ""

    def pixels(self, fraction: float) -> float:
        """Where a fraction of the axis is, in pixels from the left."""
        return (EDGE + SPAN * fraction) / 100 * self.width

    def text_width(self, words: str, font: "Font") -> float:
        """About how many pixels a text needs."""
        return width(words, font) * self.text_scale


SMALL = Canvas(272, name="small")
NARROW = Canvas(328, name="narrow")
WIDE = Canvas(560, 1.05, name="wide")
CANVASES = (SMALL, NARROW, WIDE)
"""What texts are laid out for: what fits on one fits until the next.

On a phone 360 pixels wide, a picture in an exercise and any other one; and from where
texts are larger.
"""


@dataclass(frozen=True)
class Font:
    """How a text is set.

    Attributes:
        size: Pixels.
        bold: Whether it is.
        mono: Whether all characters are as wide.
    """

    size: float
    bold: bool = False
    mono: bool = False


NAME = Font(13, bold=True, mono=True)
WORDS = Font(12)
STRONG = Font(12, bold=True)
PRINTED = Font(12, mono=True)


@dataclass(frozen=True)
class Text:
    """A text in its place.

    Attributes:
        words: Its words.
        at: The fraction of the axis that it is fastened to.
        shift: Pixels that it is to the right of that.
        anchor: Which of its ends is fastened.
        font: How it is set.
        style: What it is about: the class that colours it.
        y: Pixels from the top of the picture to its base line.
    """

    words: str
    at: float
    anchor: Anchor = "start"
    shift: float = 0.0
    font: Font = WORDS
    style: str = "quiet"
    y: float = 0.0

    def extent(self, canvas: Canvas) -> tuple[float, float]:
        """Where it begins and ends on a canvas, in pixels."""
        wide = canvas.text_width(self.words, self.font)
        left = canvas.pixels(self.at) + self.shift
        left -= {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, left + wide


@dataclass
class LabelRow:
    """One line of a picture, on which texts find room or not.

    Fastened to fractions, texts that do not touch in the narrowest picture only move
    apart in a wider one, if they are in the order of what they are fastened to.
    """

    canvas: Canvas
    taken: list[tuple[float, float, float]] = field(default_factory=list)
    """Left end, right end and fraction of what is there."""

    def keep_clear(self, at: float, half: float) -> None:
        """Keep texts off a fraction, and off as many pixels on both sides of it."""
        middle = self.canvas.pixels(at)
        self.taken.append((middle - half, middle + half, at))

    def place(self, candidates: Iterable[Text]) -> Text | None:
        """The first of some texts for which there is room, or None."""
        for text in candidates:
            left, right = text.extent(self.canvas)
            if left < 0 or right > self.canvas.width:
                continue
            if all(
                (right + _APART <= a and text.at <= at)
                or (b + _APART <= left and at <= text.at)
                for a, b, at in self.taken
            ):
                self.taken.append((left, right, text.at))
                return text
        return None


def width(words: str, font: Font) -> float:
    """About how many pixels a text needs; rather too many."""
    if font.mono:
        ems = sum(0.61 * (2 if _is_wide(char) else 1) for char in words)
    else:
        ems = sum(_em(char) for char in words)
    return ems * font.size * (1.09 if font.bold and not font.mono else 1)


def shortened(words: str, room: float, font: Font) -> str:
    """As much of a text as fits, with an ellipsis where something is missing."""
    if width(words, font) <= room:
        return words
    while words and width(f"{words}…", font) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"


def beside(words: str, at: float, gap: float, font: Font, style: str) -> list[Text]:
    """A text on the one side or the other of a place."""
    return [
        Text(words, at, "start", gap, font, style),
        Text(words, at, "end", -gap, font, style),
    ]


def _em(char: str) -> float:
    if char in _WIDTH_OF:
        return _WIDTH_OF[char]
    if _is_wide(char):
        return 1.1
    return 0.78 if char.isupper() else 0.65


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
