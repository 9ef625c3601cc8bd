"""A replay without a mouse, without sight, without motion, without scripts."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from .conftest import OpenReplay
from .replay_page import COUNT_FRAMES, FRAMES_ASKED_IN_TWENTY, Replay


def test_screen_readers_read_events_only_while_it_is_paused(
    open_replay: OpenReplay,
) -> None:
    replay = open_replay()
    replay.start()
    expect(replay.now).to_have_attribute("aria-live", "off")
    replay.page.keyboard.press("ArrowRight")
    expect(replay.now).to_have_attribute("aria-live", "polite")


def test_reduced_motion_has_steps_only(open_replay: OpenReplay) -> None:
    replay = open_replay(reduced_motion="reduce")
    replay.page.evaluate(COUNT_FRAMES)
    assert replay.page.evaluate(FRAMES_ASKED_IN_TWENTY) == 0
    replay.page.locator(".proof-play").first.focus()
    replay.page.keyboard.press("Space")
    expect(replay.next).to_be_focused()
    expect(replay.play).to_be_hidden()
    expect(replay.group.get_by_role("combobox", name="Speed")).to_be_hidden()
    replay.page.keyboard.press("Space")
    assert replay.place() == 1
    replay.button("Restart").click()
    assert replay.page.evaluate(FRAMES_ASKED_IN_TWENTY) == 0
    assert replay.place() == 0
    replay.page.keyboard.press("Escape")
    expect(replay.play).to_be_focused()


def test_without_scripts_nothing_is_missing(open_replay: OpenReplay) -> None:
    replay = open_replay(java_script_enabled=False)
    expect(replay.figure.get_by_role("button")).to_have_count(0)
    expect(replay.figure.locator(".proof-line")).to_have_count(4)
    for line in replay.figure.locator(".proof-line").all():
        expect(line).to_be_visible()
    expect(replay.figure.locator(".proof-picture")).to_be_visible()
    assert '"took"' not in replay.figure.inner_text()


def test_it_survives_instant_navigation(open_replays: Callable[..., Page]) -> None:
    page = open_replays()
    page.evaluate("window.still_here = true")
    page.evaluate(COUNT_FRAMES)
    left = Replay(page.locator("figure.proof").first)
    left.play_as("tenth")
    assert page.evaluate(FRAMES_ASKED_IN_TWENTY) > 0
    _go(page, "Other")
    assert page.evaluate("window.still_here") is True
    assert page.evaluate(FRAMES_ASKED_IN_TWENTY) == 0

    replay = Replay(page.locator("figure.proof").first)
    expect(replay.figure.locator(".proof-replay")).to_have_count(1)
    replay.open_paused()
    assert replay.said() == "main starts at line 13."
    _go(page, "Both")
    for figure in page.locator("figure.proof").all():
        expect(figure.locator(".proof-replay")).to_have_count(1)
    page.keyboard.press("Escape")
    back = Replay(page.locator("figure.proof").first)
    back.open_paused()
    assert back.marks() == [(13, ["running main"])]


def _go(page: Page, title: str) -> None:
    page.locator(".md-nav--primary").get_by_role("link", name=title).first.click()
    expect(page.locator("h1")).to_have_text(re.compile(title))
