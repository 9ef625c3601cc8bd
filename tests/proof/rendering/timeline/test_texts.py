"""Texts do not touch each other, on the narrowest screen or a wide one."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.conftest import REPOSITORY

from proof.rendering.timeline.layout import Picture, picture_of
from proof.rendering.timeline.texts import (
    CANVASES,
    NAME,
    NARROW,
    PRINTED,
    SMALL,
    STRONG,
    WIDE,
    WORDS,
    Canvas,
    Font,
    LabelRow,
    Text,
    shortened,
    width,
)
from proof.runs.history import History
from proof.runs.run import Line

from .made import ALL, crowd, drawn, hello, history, lane, words_of

CROWDED = {
    "crowd": (crowd(60), hello("worker 1", "worker 2", at=[n / 50 for n in range(9)])),
    "long names": (
        history(
            lane("x" * 90, ("suspended", 0, 1), end="failed", exception="E" * 40),
            lane("名前" * 20, ("holding", 0, 0.4), ("ready", 0.4, 1), end="pending"),
            lane("c", *(("holding", n / 8, n / 8 + 0.06) for n in range(8))),
            lane("d", ("suspended", 0, 0.5), end="cancelled", cancels=[0.1, 0.2, 0.49]),
        ),
        [Line("tick " * 9, "stdout", n / 9, "c") for n in range(9)],
    ),
}
WIDTHS = {
    "272": SMALL,
    "327": Canvas(327),
    "328": NARROW,
    "358": Canvas(358),
    "450": Canvas(450),
    "559": Canvas(559),
    "560": WIDE,
    "700": Canvas(700, WIDE.text_scale),
    "888": Canvas(888, WIDE.text_scale),
}


def _laid(picture: Picture, canvas: Canvas) -> list[Text]:
    """All texts that are shown at a width."""
    laid = max((c for c in CANVASES if c.width <= canvas.width), key=lambda c: c.width)
    lanes = (text for lane in picture.lanes for text in lane.texts[laid])
    return [*picture.texts[laid], *lanes]


@pytest.mark.parametrize("canvas", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize(
    ("run", "lines"), [*ALL.values(), *CROWDED.values()], ids=[*ALL, *CROWDED]
)
@pytest.mark.parametrize("scale", [None, 9.0])
def test_texts_do_not_touch(
    run: History, lines: list[Line], canvas: Canvas, scale: float | None
) -> None:
    picture = picture_of(run, lines, scale)
    texts = _laid(picture, canvas)
    for one, other in combinations(texts, 2):
        if abs(one.y - other.y) < 9:
            (a, b), (c, d) = one.extent(canvas), other.extent(canvas)
            assert b < c or d < a, f"{one.words!r} and {other.words!r}"


@pytest.mark.parametrize("canvas", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize(
    ("run", "lines"), [*ALL.values(), *CROWDED.values()], ids=[*ALL, *CROWDED]
)
def test_no_text_leaves_its_picture(
    run: History, lines: list[Line], canvas: Canvas
) -> None:
    picture = picture_of(run, lines)
    texts = _laid(picture, canvas)
    for text in texts:
        left, right = text.extent(canvas)
        assert left >= 0, text.words
        assert right <= canvas.width, text.words
        assert text.y < picture.height


def test_styles_set_texts_as_large_as_they_are_measured() -> None:
    styles = (REPOSITORY / "docs/assets/timeline.css").read_text("utf-8")
    usual, *others = re.split(r"@container (.+) {\n", styles)
    assert set(_sizes(usual)) == {WORDS.size, 12.8, NAME.size}
    sizes = dict(zip(others[::2], map(_sizes, others[1::2]), strict=True))
    assert sizes == {
        f"(max-width: {SMALL.width - 0.1:g}px)": [10, 11],
        f"(max-width: {NARROW.width - 0.1:g}px)": [],
        f"(min-width: {NARROW.width}px) and (max-width: {WIDE.width - 0.1:g}px)": [],
        f"(min-width: {WIDE.width}px)": [
            pytest.approx(font.size * WIDE.text_scale, abs=0.06)
            for font in (WORDS, NAME)
        ],
    }


def _sizes(styles: str) -> list[float]:
    return [float(size) for size in re.findall(r"font-size: ([\d.]+)px", styles)]


def test_every_lane_has_its_name_on_every_canvas() -> None:
    for run, lines in (*ALL.values(), *CROWDED.values()):
        for one in picture_of(run, lines).lanes:
            for canvas in CANVASES:
                assert any("name" in text.style for text in one.texts[canvas])


def test_what_has_no_room_on_a_phone_is_said_where_it_has() -> None:
    tight = history(lane("a", ("suspended", 0, 0.66), ("holding", 0.66, 1.0)))
    (one,) = picture_of(tight, ()).lanes
    assert [text.words for text in one.texts[NARROW] if "holding" in text.style] == [
        "holds 0.34 s"
    ]
    assert [text.words for text in one.texts[WIDE] if "holding" in text.style] == [
        "holds the loop 0.34 s"
    ]
    assert {"holds 0.34 s", "holds the loop 0.34 s"} <= set(words_of(drawn(tight)))


def test_a_long_text_is_shortened() -> None:
    font = Font(11)
    assert shortened("short", 100, font) == "short"
    cut = shortened("long " * 20, 100, font)
    assert cut.endswith("…")
    assert width(cut, font) <= 100


def test_wide_characters_are_wide() -> None:
    assert width("名前", Font(11)) > width("ab", Font(11))
    assert width("名前", Font(11, mono=True)) == width("abcd", Font(11, mono=True))


def test_a_row_takes_what_fits_and_nothing_else() -> None:
    row = LabelRow(NARROW)
    assert row.place([Text("first", 0.0)])
    assert row.place([Text("second", 0.0)]) is None
    assert row.place([Text("second", 0.0), Text("second", 1.0, "end")])
    assert row.place([Text("outside", 1.0)]) is None


_texts = some.builds(
    Text,
    some.text("il mW日", max_size=12),
    some.floats(0, 1),
    some.sampled_from(["start", "middle", "end"]),
    some.floats(-20, 20),
    some.sampled_from([WORDS, STRONG, PRINTED]),
)


@given(some.lists(some.lists(_texts, max_size=3), max_size=8))
def test_no_texts_in_a_row_touch_however_wide_it_is(texts: list[list[Text]]) -> None:
    row = LabelRow(NARROW)
    placed = [text for candidates in texts if (text := row.place(candidates))]
    for canvas in (NARROW, Canvas(450), Canvas(559)):
        extents = sorted(text.extent(canvas) for text in placed)
        assert all(right < left for (_, right), (left, _) in pairwise(extents))
