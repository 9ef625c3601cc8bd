"""A replay in its page: nothing moves, all of it is in sight, colours can be seen."""

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from .accessibility import serious_violations
from .conftest import OpenReplay, Scheme
from .fonts import Fonts, set_in
from .replay_page import MOMENTS, SCROLLED

BOXES: Final = """
figure => [figure, ...figure.querySelectorAll(
  ".proof-head, .proof-source, .proof-output, .proof-line, .proof-picture, "
  + ".proof-scrub, .proof-buttons > *, .proof-when, .proof-now, figcaption"
)].map(part => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return [part.localName, x, y + scrollY, width, height].join(" ");
})
"""


def test_nothing_moves_as_it_plays(
    open_replay: OpenReplay, width: int, any_fonts: Fonts
) -> None:
    replay = open_replay(width=width)
    set_in(replay.page, any_fonts)
    replay.open_and_scroll()
    boxes = replay.figure.evaluate(BOXES)
    for _ in range(MOMENTS - 1):
        replay.page.keyboard.press("ArrowRight")
        assert replay.figure.evaluate(BOXES) == boxes
    replay.start()
    expect(replay.play).to_have_text("Pause")
    assert replay.figure.evaluate(BOXES) == boxes


def test_every_sentence_fits_after_the_window_changed(
    open_replay: OpenReplay, any_fonts: Fonts
) -> None:
    replay = open_replay(width=1440)
    set_in(replay.page, any_fonts)
    replay.open_paused()
    replay.page.set_viewport_size({"width": 390, "height": 844})
    for _ in range(MOMENTS):
        assert replay.now.evaluate("now => now.scrollHeight <= now.clientHeight")
        replay.page.keyboard.press("ArrowRight")
    # The longest takes several lines here, and there is no more room than it needs.
    spare = "now => now.offsetHeight - now.parentElement.offsetHeight"
    assert replay.now.evaluate(spare) == 0


def test_nothing_moves_as_the_button_appears(
    open_replays: Callable[..., Page], width: int
) -> None:
    page = open_replays(width=width)
    place = "document.querySelector('figcaption').getBoundingClientRect().y"
    there = page.evaluate(place)
    page.evaluate("document.querySelector('.proof-replay').remove()")
    assert page.evaluate(place) == there


@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open"])
def test_axe_finds_nothing_serious(
    open_replay: OpenReplay, seen_as: tuple[int, Scheme], is_open: bool
) -> None:
    replay = open_replay(width=seen_as[0], color_scheme=seen_as[1])
    if is_open:
        replay.open_paused()
        replay.step_to(4)
    assert serious_violations(replay.page) == []


def test_controls_fit_a_phone(open_replay: OpenReplay, any_fonts: Fonts) -> None:
    replay = open_replay(width=390)
    set_in(replay.page, any_fonts)
    replay.open_paused()
    assert replay.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    for control in replay.group.locator("button, select, input").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= 40
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_code_and_picture_are_seen_together(
    open_replay: OpenReplay, width: int, fonts: Fonts
) -> None:
    replay = open_replay(width=width)
    set_in(replay.page, fonts)
    replay.play.scroll_into_view_if_needed()
    replay.open_paused()
    replay.page.evaluate(SCROLLED)
    expect(replay.figure.locator(".proof-chip-running")).to_be_in_viewport(ratio=1)
    expect(replay.figure.locator(".proof-picture")).to_be_in_viewport(ratio=1)
    expect(replay.now).to_be_in_viewport(ratio=1)


def test_all_is_seen_in_a_low_window(open_replay: OpenReplay) -> None:
    replay = open_replay(width=1440)
    before = replay.figure.bounding_box()
    replay.page.set_viewport_size({"width": 1366, "height": 650})
    replay.open_and_scroll()
    replay.step_to(4)
    source, output, picture = (
        replay.figure.locator(part).bounding_box()
        for part in (".proof-source", ".proof-output", ".proof-picture")
    )
    assert source
    assert output
    assert picture
    assert before
    assert source["x"] + source["width"] <= min(output["x"], picture["x"]) + 1
    expect(replay.figure.locator(".proof-chip-running")).to_be_in_viewport(ratio=1)
    for part in (replay.figure.locator(".proof-picture"), replay.now, replay.group):
        expect(part).to_be_in_viewport(ratio=1)
    assert replay.page.evaluate("document.scrollingElement.scrollWidth") <= 1366
    replay.page.keyboard.press("Escape")
    replay.page.set_viewport_size({"width": 1440, "height": 900})
    after = replay.figure.bounding_box()
    assert after
    assert (after["width"], after["height"]) == (before["width"], before["height"])


def test_code_scrolls_to_the_line_that_runs_where_there_is_little_room(
    open_replay: OpenReplay,
) -> None:
    replay = open_replay(width=390)
    replay.page.set_viewport_size({"width": 390, "height": 480})
    replay.open_and_scroll()
    for moment in (4, 13):
        replay.step_to(moment)
        expect(replay.figure.locator(".proof-chip-running")).to_be_in_viewport(ratio=1)
        expect(replay.group).to_be_in_viewport(ratio=1)
    assert replay.page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_all_is_seen_together_on_a_phone_held_sideways(
    open_replay: OpenReplay,
) -> None:
    replay = open_replay(width=844)
    replay.page.set_viewport_size({"width": 844, "height": 390})
    replay.open_and_scroll()
    lanes = replay.figure.locator(".proof-lane")
    for moment in (4, 13):
        replay.step_to(moment)
        expect(replay.figure.locator(".proof-chip-running")).to_be_in_viewport(ratio=1)
        expect(replay.now).to_be_in_viewport(ratio=1)
        for lane in lanes.all():
            expect(lane.locator(".proof-reach")).to_be_in_viewport(ratio=0.95)
    assert replay.page.evaluate("document.scrollingElement.scrollWidth") <= 844


def test_colours_of_lanes_stand_out_from_the_background(
    open_replay: OpenReplay, scheme: Scheme
) -> None:
    page = open_replay(color_scheme=scheme).page
    lanes = [page.evaluate(COLOUR, f"--proof-lane-{n}") for n in range(1, 7)]
    for name in ("surface", "paper"):
        background = page.evaluate(COLOUR, f"--proof-{name}")
        assert [lane for lane in lanes if _contrast(lane, background) < 4.5] == []


COLOUR: Final = """
name => {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number);
  probe.remove();
  return colour;
}
"""


def _contrast(one: list[float], other: list[float]) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: list[float]) -> float:
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour[:3])
    )
    return sum(
        weight * part
        for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
