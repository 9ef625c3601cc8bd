"""The picture of a page for previews: its title, and who ran when in its program."""

import io
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from proof.runs.history import History, Lane
from proof.site.sharing.colours import colours

SIZE: Final = (1200, 630)
"""Pixels, as previews want it."""
_EDGE: Final = 70
_LANES: Final = 5
_ROW: Final = 46
_NAMES: Final = 210
_HEIGHTS: Final = {"suspended": 3, "ready": 12, "overdue": 16, "running": 22}
_TICK: Final = 3


def draw_card(name: str, title: str, history: History | None) -> bytes:
    """The picture as PNG.

    Args:
        name: What the site is called.
        title: What the page is called.
        history: What is drawn below the title, if anything.
    """
    image = Image.new("RGB", SIZE, colours()["paper"])
    pen = ImageDraw.Draw(image)
    pen.text((_EDGE, 52), name, colours()["running"], _font(30, bold=True))
    size = 68 if len(title) < 50 else 54
    lines = list(_wrapped(title.replace("`", ""), _font(size, bold=True)))[:3]
    for number, line in enumerate(lines):
        place = (_EDGE, 112 + number * size * 1.25)
        pen.text(place, line, colours()["ink"], _font(size, bold=True))
    if history:
        _draw_lanes(pen, history, 112 + round(len(lines) * size * 1.25) + 50)
    content = io.BytesIO()
    image.save(content, "PNG")
    return content.getvalue()


def _draw_lanes(pen: ImageDraw.ImageDraw, history: History, top: int) -> None:
    room = max(1, min(_LANES, (SIZE[1] - top - 40) // _ROW))
    took = history.took or 1.0
    for row, lane in enumerate(history.lanes[:room]):
        middle = top + row * _ROW
        label = lane.label if len(lane.label) < 16 else f"{lane.label[:14]}…"
        pen.text((_EDGE, middle), label, colours()["ink"], _font(22), anchor="lm")
        _draw_lane(pen, lane, took, middle)


def _draw_lane(pen: ImageDraw.ImageDraw, lane: Lane, took: float, middle: int) -> None:
    wide = SIZE[0] - 2 * _EDGE - _NAMES
    for span in lane.spans:
        if span.state == "unrecorded":
            continue
        left, right = (
            _EDGE + _NAMES + round(min(1.0, at / took) * wide)
            for at in (span.begin, span.end)
        )
        half = _HEIGHTS.get(span.state, _HEIGHTS["running"]) // 2
        is_line = span.state == "suspended"
        right = max(right, left + (0 if is_line else _TICK))
        box = (left, middle - half, right, middle + max(half, 1))
        pen.rectangle(box, colours()[span.state])


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > SIZE[0] - 2 * _EDGE:
            yield line
            longer = word
        line = longer
    if line:
        yield line


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(_fonts() / name, size)


@cache
def _fonts() -> Path:
    """Those that come with matplotlib: what fonts the machine has must not matter."""
    # Importing it takes longer than drawing ten cards.
    found = find_spec("matplotlib")
    assert found, "it is one of the requirements"
    assert found.origin, "it is a package"
    return Path(found.origin).parent / "mpl-data/fonts/ttf"
