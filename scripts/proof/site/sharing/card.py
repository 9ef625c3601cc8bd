"""The picture of a page for previews: its title, and who ran when in its program."""

import hashlib
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from proof.runs.history import History, Lane

SIZE: Final = (1200, 630)
"""Pixels, as previews want it."""
_EDGE: Final = 70
_LANES: Final = 5
_ROW: Final = 46
_NAMES: Final = 210
_HEIGHTS: Final = {"suspended": 3, "ready": 12, "overdue": 16, "running": 22}
_TICK: Final = 3
_PALETTE: Final = Path(__file__).resolve().parents[4] / "docs/assets/palette.css"
_COLOUR: Final = re.compile(r"--proof-(\w+): light-dark\((#\w+),")


def draw_card(name: str, title: str, history: History | None, store: Path) -> bytes:
    """The picture as PNG.

    Args:
        name: What the site is called.
        title: What the page is called.
        history: What is drawn below the title, if anything.
        store: A folder that keeps what was drawn.
    """
    asked = repr((name, title, history, SIZE)).encode() + Path(__file__).read_bytes()
    kept = store / f"{hashlib.sha256(asked).hexdigest()[:32]}.png"
    if kept.is_file():
        return kept.read_bytes()
    content = _drawn(name, title, history)
    store.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(content)
    return content


def _drawn(name: str, title: str, history: History | None) -> bytes:
    image = Image.new("RGB", SIZE, _colours()["paper"])
    pen = ImageDraw.Draw(image)
    pen.text((_EDGE, 52), name, _colours()["running"], _font(30, bold=True))
    size = 68 if len(title) < 50 else 54
    lines = list(_wrapped(title.replace("`", ""), _font(size, bold=True)))[:3]
    for number, line in enumerate(lines):
        place = (_EDGE, 112 + number * size * 1.25)
        pen.text(place, line, _colours()["ink"], _font(size, bold=True))
    if history:
        _draw_lanes(pen, history, 112 + round(len(lines) * size * 1.25) + 50)
    content = io.BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()


def _draw_lanes(pen: ImageDraw.ImageDraw, history: History, top: int) -> None:
    room = max(1, min(_LANES, (SIZE[1] - top - 40) // _ROW))
    took = history.took or 1.0
    for row, lane in enumerate(history.lanes[:room]):
        middle = top + row * _ROW
        label = lane.label if len(lane.label) < 16 else f"{lane.label[:14]}…"
        pen.text((_EDGE, middle), label, _colours()["ink"], _font(22), anchor="lm")
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
        pen.rectangle(box, _colours()[span.state])


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
def _colours() -> dict[str, str]:
    return dict(_COLOUR.findall(_PALETTE.read_text("utf-8")))


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    # Slow to import, and only what was not drawn before needs it.
    import matplotlib as mpl  # noqa: PLC0415

    # Comes with it: what fonts the machine has must not matter.
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(Path(mpl.get_data_path()) / "fonts/ttf" / name, size)
