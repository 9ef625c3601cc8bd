"""A replay is played: how fast, and what a reader sees meanwhile.

The clock of these pages is stopped: no test depends on how fast the machine is.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenReplay
from .replay_page import Replay
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
    assert [b.inner_text() for b in replay.group.get_by_role("button").all()] == [
        "Replay"
    ]
    expect(replay.slider).to_be_hidden()
    assert replay.marks() == []
    assert len(replay.printed()) == 4


def test_plays_as_long_as_the_run_took(stopped: Replay) -> None:
    stopped.start()
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
    stopped.start()
    stopped.pass_time(0.3)
    assert stopped.printed() == ["One", "One"]
    stopped.pass_time(0.5)
    assert stopped.printed() == ["One", "One", "Two", "Two"]


def test_pause_stops_it_and_play_continues(stopped: Replay) -> None:
    stopped.start()
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
    stopped.play_slowly()
    stopped.pass_time(2)
    assert stopped.seconds() == pytest.approx(0.2, abs=A_FRAME / 10)


def test_a_long_pause_between_frames_does_not_skip_the_run(stopped: Replay) -> None:
    stopped.start()
    stopped.pass_time(A_FRAME)
    stopped.page.clock.fast_forward(10_000)
    expect(stopped.play).to_have_text("Pause")
    assert stopped.seconds() < 0.3


def test_events_are_played_one_by_one(stopped: Replay) -> None:
    stopped.open_paused()
    stopped.speed.select_option("0")
    stopped.start()
    assert stopped.place() == 0
    stopped.pass_time(1.3)
    assert stopped.place() == 1
    stopped.pass_time(1.2)
    assert stopped.place() == 2


def test_a_run_too_short_is_slowed_down_and_says_so(
    open_replays: Callable[..., Page],
) -> None:
    page = open_replays(reduced_motion="no-preference")
    replay = Replay(page.locator("figure.proof").nth(1))
    replay.stop_clock()
    replay.start()
    expect(replay.speed.locator("option:checked")).to_have_text("Slowed: by event")
    expect(replay.group.locator(".proof-time")).to_have_text("0.000 ms")
    replay.pass_time(0.3)
    expect(replay.play).to_have_text("Pause")
    assert replay.place() == 0


def test_restart_begins_again(stopped: Replay) -> None:
    stopped.open_paused()
    stopped.slider.press("End")
    stopped.button("Restart").click()
    expect(stopped.play).to_have_text("Pause")
    stopped.pass_time(0.1)
    assert stopped.printed() == ["One", "One"]


def test_one_plays_at_a_time(open_replays: Callable[..., Page]) -> None:
    page = open_replays()
    first, second = (Replay(page.locator("figure.proof").nth(n)) for n in (0, 1))
    second.start()
    expect(second.play).to_have_text("Pause")
    first.play_slowly()
    expect(second.play).to_have_text("Play")
    expect(second.slider).to_be_visible()
