"""The picture of a page for previews."""

import io
from pathlib import Path

from PIL import Image

from proof.runs.history import History, Lane, Span
from proof.site.sharing.card import SIZE, draw_card

HOLDS = Lane("task", "count 1", 0, "", spans=(Span("holding", 0, 1),), end="done")
WAITS = Lane("task", "count 2", 0, "", spans=(Span("suspended", 0, 1),), end="done")
HOLDING = (0xB3, 0x36, 0x1A)


def colours(content: bytes) -> dict[tuple[int, ...], int]:
    image = Image.open(io.BytesIO(content)).convert("RGB")
    assert image.size == SIZE
    found = image.getcolors(maxcolors=SIZE[0] * SIZE[1])
    assert found
    return {
        tuple(colour): count for count, colour in found if isinstance(colour, tuple)
    }


def test_who_holds_the_loop_is_seen_in_its_colour(tmp_path: Path) -> None:
    holds = draw_card("Proof", "A title", History((HOLDS, WAITS), 1.0), tmp_path)
    waits = draw_card("Proof", "A title", History((WAITS,), 1.0), tmp_path)
    assert colours(holds)[HOLDING] > 10_000
    assert HOLDING not in colours(waits)


def test_a_title_of_any_length_leaves_the_lanes_their_room(tmp_path: Path) -> None:
    title = "A very long title that goes on and on " * 5
    content = draw_card("Proof", title, History((HOLDS,), 1.0), tmp_path)
    assert colours(content)[HOLDING] > 10_000


def test_what_was_drawn_is_kept_until_it_changes(tmp_path: Path) -> None:
    first = draw_card("Proof", "A title", None, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert draw_card("Proof", "A title", None, tmp_path) == b"kept"
    assert draw_card("Proof", "Another", None, tmp_path) not in {b"kept", first}
