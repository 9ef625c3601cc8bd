"""The picture of a page for previews."""

import io

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


def test_who_holds_the_loop_is_seen_in_its_colour() -> None:
    holds = draw_card("Proof", "A title", History((HOLDS, WAITS), 1.0))
    waits = draw_card("Proof", "A title", History((WAITS,), 1.0))
    assert colours(holds)[HOLDING] > 10_000
    assert HOLDING not in colours(waits)


def test_a_title_of_any_length_leaves_the_lanes_their_room() -> None:
    title = "A very long title that goes on and on " * 5
    content = draw_card("Proof", title, History((HOLDS,), 1.0))
    assert colours(content)[HOLDING] > 10_000
