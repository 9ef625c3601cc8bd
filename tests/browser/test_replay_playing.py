"""A replay is played: how fast, and what a reader sees meanwhile.

The clock of these pages is stopped: no test depends on how fast the machine is.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenReplay
from .replay_page import MOMENTS, Replay
from .replay_site import NAPS

TOOK = NAPS.history.took
A_FRAME = 0.05
"""Seconds by which frames may lag behind."""


@pytest.fixture
def stopped(open_replay: OpenReplay) -> Replay:
    """A replay that is not started, on a page whose clock is stopped."""
    # The clock is that of a context: no other test may share it.
    replay = open_replay(reduced_motion="no-preference")
    replay.stop_clock()
    return replay


def test_only_a_button_is_shown_at_first(open_replay: OpenReplay) -> None:
    replay = open_replay()
    expect(replay.play).to_have_accessible_name("Replay")
    # Below the first picture of a page, it can be explained as well.
    assert [b.inner_text() for b in replay.group.get_by_role("button").all()] == [
        "Replay",
        "What do I see?",
    ]
    expect(replay.slider).to_be_hidden()
    assert replay.marks() == []
    assert len(replay.printed()) == 4


def test_plays_as_long_as_the_run_took(stopped: Replay) -> None:
    stopped.play_as("real")
    stopped.pass_time(TOOK - 0.1)
    expect(stopped.play).to_have_text("Pause")
    assert stopped.seconds() == pytest.approx(TOOK - 0.1, abs=A_FRAME)
    stopped.pass_time(0.1 + A_FRAME)
    expect(stopped.play).to_have_text("Play")
    assert stopped.said() == "The run is over after 0.607 s."
    assert stopped.printed() == ["One", "One", "Two", "Two"]
    assert stopped.playhead() == pytest.approx(1, abs=0.001)
    assert stopped.marks() == []


def test_output_appears_while_it_plays(stopped: Replay) -> None:
    stopped.play_as("real")
    stopped.pass_time(0.3)
    assert stopped.printed() == ["One", "One"]
    stopped.pass_time(0.5)
    assert stopped.printed() == ["One", "One", "Two", "Two"]


def test_pause_stops_it_and_play_continues(stopped: Replay) -> None:
    stopped.play_as("real")
    stopped.pass_time(0.2)
    stopped.play.click()
    expect(stopped.play).to_have_text("Play")
    paused_at = stopped.playhead()
    stopped.pass_time(1)
    assert stopped.playhead() == paused_at
    stopped.play.click()
    stopped.pass_time(0.2)
    assert stopped.seconds() == pytest.approx(0.4, abs=2 * A_FRAME)


def test_a_tenth_of_the_speed_takes_ten_times_as_long(stopped: Replay) -> None:
    stopped.play_as("tenth")
    stopped.pass_time(2)
    assert stopped.seconds() == pytest.approx(0.2, abs=A_FRAME / 10)


def test_a_long_pause_between_frames_does_not_skip_the_run(stopped: Replay) -> None:
    stopped.play_as("real")
    stopped.pass_time(A_FRAME)
    stopped.page.clock.fast_forward(10_000)
    expect(stopped.play).to_have_text("Pause")
    assert stopped.seconds() < 0.3


def test_every_event_is_seen_for_half_a_second(stopped: Replay) -> None:
    stopped.start()
    expect(stopped.speed.locator("option:checked")).to_have_text("For reading")
    seen = []
    for _ in range(2 * MOMENTS + 2):
        seen.append(stopped.place())
        stopped.pass_time(0.45)
    assert set(seen) == set(range(MOMENTS))
    assert seen == sorted(seen)
    assert stopped.said() == "The run is over after 0.607 s."
    expect(stopped.play).to_have_text("Play")


def test_a_wait_is_seen_as_one_and_does_not_last(stopped: Replay) -> None:
    stopped.open_paused()
    stopped.step_to(6)
    assert stopped.said().endswith("the loop is idle.")
    stopped.play.click()
    before = stopped.playhead()
    stopped.pass_time(0.6)
    assert stopped.place() == 6
    assert before + 0.3 < stopped.playhead() < before + 0.7
    stopped.pass_time(0.6 + A_FRAME)
    assert stopped.place() == 7


def test_reading_goes_on_where_it_was_paused(stopped: Replay) -> None:
    stopped.open_paused()
    stopped.slider.fill("0.5")
    assert stopped.place() == 6
    stopped.play.click()
    stopped.pass_time(0.3)
    assert 0.6 < stopped.playhead() < 0.9


def test_speed_is_kept_for_the_next_figure(open_replays: Callable[..., Page]) -> None:
    page = open_replays()
    first, second = (Replay(page.locator("figure.proof").nth(n)) for n in (0, 1))
    first.play_as("quarter")
    second.start()
    expect(second.speed.locator("option:checked")).to_have_text("¼ speed")


@pytest.mark.parametrize("way", ["told", "not told"])
def test_it_waits_until_the_page_is_at_rest(stopped: Replay, way: str) -> None:
    stopped.figure.evaluate("figure => figure.style.marginTop = '3000px'")
    stopped.page.evaluate("window.scrollTo = () => {}")
    stopped.play.evaluate("button => button.click()")
    expect(stopped.figure).to_have_class(re.compile("proof-arriving"))
    stopped.pass_time(1)
    assert stopped.place() == 0
    if way == "told":
        stopped.page.evaluate("document.dispatchEvent(new Event('scrollend'))")
    else:
        stopped.pass_time(0.6)
    expect(stopped.figure).not_to_have_class(re.compile("proof-arriving"))
    stopped.pass_time(0.7)
    assert stopped.place() == 1


def test_restart_begins_again(stopped: Replay) -> None:
    stopped.open_paused()
    stopped.slider.press("End")
    stopped.button("Restart").click()
    expect(stopped.play).to_have_text("Pause")
    assert stopped.printed() == []
    stopped.pass_time(4)
    assert stopped.printed() == ["One", "One"]


def test_one_plays_at_a_time(open_replays: Callable[..., Page]) -> None:
    page = open_replays()
    first, second = (Replay(page.locator("figure.proof").nth(n)) for n in (0, 1))
    second.start()
    expect(second.play).to_have_text("Pause")
    first.play_as("tenth")
    expect(second.play).to_have_text("Play")
    expect(second.slider).to_be_visible()
