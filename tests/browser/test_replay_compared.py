"""The replay of several runs on one axis: together, at the same moment."""

import re

from playwright.sync_api import Locator, expect

from .accessibility import serious_violations
from .conftest import OpenReplay, Scheme
from .replay_page import Replay


def _playheads(replay: Replay) -> list[str | None]:
    lines: Locator = replay.figure.locator(".proof-playhead")
    return [line.get_attribute("x1") for line in lines.all()]


def test_one_playhead_goes_through_all_pictures(open_replay: OpenReplay) -> None:
    replay = open_replay("compared/")
    replay.open_paused()
    expect(replay.figure.locator(".proof-picture")).to_have_count(2)
    assert _playheads(replay) == ["1.5%", "1.5%"]
    assert replay.said().split("\n")[0] == "naps.py"
    replay.page.keyboard.press("End")
    ended, other = _playheads(replay)
    assert ended == other == "98.5%"
    assert replay.said() == "naps.py\nThe run is over after 0.607 s."
    assert replay.seconds() == 0.607
    # The shorter run was over long before; it is told in its own words.
    said = []
    while "quick.py" not in replay.said():
        replay.page.keyboard.press("ArrowLeft")
        said.append(replay.said())
    assert said[0] == "naps.py\nmain is done."
    replay.page.keyboard.press("Escape")
    expect(replay.slider).to_be_hidden()
    expect(replay.play).to_be_focused()
    expect(replay.figure.locator(".proof-playhead").first).to_be_hidden()


def test_it_plays_at_its_speed(open_replay: OpenReplay) -> None:
    # The clock is that of a context: no other test may share it.
    replay = open_replay("compared/", reduced_motion="no-preference")
    replay.open_paused()
    replay.stop_clock()
    replay.speed.select_option("real")
    replay.play.click()
    replay.pass_time(0.4)
    assert 0.2 < replay.seconds() < 0.5
    replay.pass_time(1)
    expect(replay.play).to_have_text("Play")
    assert replay.seconds() == 0.607


def test_link_leads_to_a_moment_of_all(open_replay: OpenReplay, replays: str) -> None:
    replay = open_replay("compared/", permissions=["clipboard-read", "clipboard-write"])
    replay.open_paused()
    replay.page.keyboard.press("End")
    replay.button("Copy a link to this moment").click()
    expect(replay.button("Link copied")).to_be_visible()
    copied = replay.page.evaluate("navigator.clipboard.readText()")
    other = open_replay(copied.removeprefix(replays))
    expect(other.now).to_have_text(replay.now.inner_text(), use_inner_text=True)
    assert other.place() == replay.place() > 4


def test_there_is_no_code(open_replay: OpenReplay) -> None:
    replay = open_replay("compared/", reduced_motion="reduce")
    replay.play.click()
    expect(replay.next).to_be_focused()
    expect(replay.play).to_be_hidden()
    expect(replay.figure.locator(".proof-source, .proof-band")).to_have_count(0)


def test_axe_finds_nothing_serious(
    open_replay: OpenReplay, seen_as: tuple[int, Scheme]
) -> None:
    replay = open_replay("compared/", width=seen_as[0], color_scheme=seen_as[1])
    room = "figure => figure.nextElementSibling.getBoundingClientRect().top"
    there = replay.figure.evaluate(room)
    replay.group.evaluate("group => group.remove()")
    assert replay.figure.evaluate(room) == there
    replay.page.reload()
    replay.open_paused()
    expect(replay.now).to_be_in_viewport(ratio=1)
    expect(replay.figure).to_have_class(re.compile("proof-replaying"))
    assert serious_violations(replay.page) == []
    assert replay.page.evaluate("document.scrollingElement.scrollWidth") <= seen_as[0]
