"""A replay is steered by pointer and keys."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import OpenReplay
from .replay_page import MOMENTS


def test_steps_forward_and_back(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    replay.next.click()
    replay.next.click()
    assert replay.place() == 2
    replay.previous.click()
    assert replay.place() == 1
    replay.previous.click()
    expect(replay.previous).to_have_attribute("aria-disabled", "true")
    replay.previous.click(force=True)
    assert replay.place() == 0


def test_stepping_pauses(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.start()
    replay.page.keyboard.press("ArrowRight")
    expect(replay.play).to_have_text("Play")


def test_picture_is_scrubbed_with_the_pointer(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_and_scroll()
    picture = replay.figure.locator(".proof-picture").bounding_box()
    assert picture
    mouse, y = replay.page.mouse, picture["y"] + picture["height"] / 2

    def x(fraction: float) -> float:
        return float(picture["x"] + picture["width"] * (0.015 + 0.97 * fraction))

    mouse.move(x(0.2), y)
    mouse.down()
    assert replay.playhead() == pytest.approx(0.2, abs=0.01)
    mouse.move(x(0.7), y)
    assert replay.playhead() == pytest.approx(0.7, abs=0.01)
    assert replay.printed() == ["One", "One"]
    mouse.move(x(1.5), y + 300)
    assert replay.printed() == ["One", "One", "Two", "Two"]
    mouse.up()
    mouse.move(x(0.3), y)
    assert replay.playhead() == pytest.approx(1, abs=0.001)


def test_slider_lies_under_the_playhead(open_replay: OpenReplay, width: int) -> None:
    replay = open_replay(width=width)
    replay.open_and_scroll()
    slider = replay.slider.bounding_box()
    assert slider
    replay.page.mouse.click(slider["x"] + slider["width"] / 2, slider["y"] + 20)
    assert replay.playhead() == pytest.approx(0.5, abs=0.02)
    line = replay.figure.locator(".proof-playhead").bounding_box()
    assert line
    assert line["x"] == pytest.approx(slider["x"] + slider["width"] / 2, abs=2)
    assert slider["y"] < line["y"] + line["height"] < slider["y"] + slider["height"]


def test_keys_are_enough(open_replay: OpenReplay) -> None:
    # With a stopped clock the run is not over, however long a key takes.
    replay = open_replay(reduced_motion="no-preference")
    replay.stop_clock()
    page = replay.page
    replay.figure.locator(".proof-picture [tabindex]").last.focus()
    page.keyboard.press("Tab")
    expect(replay.play).to_be_focused()
    page.keyboard.press("Space")
    expect(replay.play).to_have_text("Pause")
    expect(replay.play).to_be_focused()
    page.keyboard.press("Space")
    expect(replay.play).to_have_text("Play")
    page.keyboard.press("Home")
    assert replay.place() == 0
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert replay.place() == 1
    expect(replay.play).to_be_focused()
    replay.slider.focus()
    page.keyboard.press("End")
    assert replay.place() == MOMENTS - 1
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert replay.said() == "main is done."
    expect(replay.slider).to_have_attribute(
        "aria-valuetext", re.compile(r"^0\.606 s, event 15 of 16$")
    )
    page.keyboard.press("Space")
    expect(replay.play).to_have_text("Pause")
    page.keyboard.press("Escape")
    expect(replay.play).to_be_focused()
    expect(replay.play).to_have_accessible_name("Replay")


def test_link_leads_to_a_moment(open_replay: OpenReplay, replays: str) -> None:
    replay = open_replay(permissions=["clipboard-read", "clipboard-write"])
    replay.open_paused()
    replay.step_to(4)
    replay.button("Copy a link to this moment").click()
    expect(replay.button("Link copied")).to_be_visible()
    copied = replay.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{replays}#proof-samples--naps?moment=5"
    assert replay.page.url == copied
    other = open_replay("guess/#proof-samples--naps?moment=5")
    expect(other.play).to_have_text("Play")
    assert other.place() == 4
    other.page.evaluate("location.hash = 'proof-samples--naps?moment=16'")
    expect(other.now).to_have_text("The run is over after 0.607 s.")


def test_tab_reaches_every_control_and_each_has_a_name(
    open_replay: OpenReplay,
) -> None:
    replay = open_replay()
    replay.open_paused()
    names = []
    for _ in range(8):
        names.append(
            replay.page.evaluate(
                "document.activeElement.ariaLabel ?? document.activeElement.innerText"
            )
        )
        replay.page.keyboard.press("Tab")
    assert names == [
        "Time",
        "Restart",
        "Previous event",
        "Play",
        "Next event",
        "Speed",
        "Copy a link to this moment",
        "Close the replay",
    ]
