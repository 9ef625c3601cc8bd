"""What a replay shows at each event: a sentence, marks in the code, the output."""

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenReplay
from .replay_page import MOMENTS, Replay
from .replay_site import HOSTILE, NAPS


def test_each_event_is_said(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    said = [replay.said()]
    for _ in range(MOMENTS - 1):
        replay.page.keyboard.press("ArrowRight")
        said.append(replay.said())
    assert said == [
        "main starts at line 13.",
        "nap 1 is created, ready to start; nap 2 is created, ready to start.",
        "main is suspended at line 15 for nap 1 and nap 2; nap 1 starts at line 6.",
        "nap 1 prints “One”, at line 8.",
        "nap 1 is suspended at line 9 until 0.600 s; nap 2 starts at line 6.",
        "nap 2 prints “One”, at line 8.",
        "nap 2 is suspended at line 9 until 0.600 s; "
        "nap 1 and nap 2 are suspended at line 9 until 0.600 s; the loop is idle.",
        "The loop wakes up.",
        "nap 1 goes on at line 9.",
        "nap 1 prints “Two”, at line 10.",
        "nap 1 is done; nap 2 goes on at line 9.",
        "nap 2 prints “Two”, at line 10.",
        "nap 2 is done.",
        "main goes on at line 15.",
        "main is done.",
        "The run is over after 0.607 s.",
    ]


def test_code_is_marked_where_tasks_are(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    assert replay.marks() == [(13, ["running main"])]
    replay.step_to(1)
    assert replay.marks() == [
        (6, ["ready nap 1", "ready 2"]),
        (13, ["running main"]),
    ]
    replay.step_to(4)
    assert replay.marks() == [
        (6, ["running nap 2"]),
        (9, ["suspended nap 1"]),
        (15, ["suspended main"]),
    ]


def test_running_and_waiting_differ_without_colours(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    replay.step_to(4)
    shape = "chip => getComputedStyle(chip, '::before').clipPath"
    fill = "chip => getComputedStyle(chip).backgroundColor"
    running = replay.figure.locator(".proof-chip-running")
    waiting = replay.figure.locator(".proof-chip-suspended").first
    assert running.evaluate(shape) != waiting.evaluate(shape)
    assert running.evaluate(fill) != waiting.evaluate(fill)


def test_lines_appear_when_they_were_printed(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    assert replay.printed() == []
    replay.step_to(5)
    assert replay.printed() == ["One", "One"]


def test_texts_of_a_run_stay_texts(open_replays: Callable[..., Page]) -> None:
    replay = Replay(open_replays().locator("figure.proof").nth(1))
    replay.open_paused()
    replay.next.click()
    assert replay.said() == f"{HOSTILE} is created, ready to start."
    assert replay.marks()[0] == (6, [f"ready {HOSTILE}"])
    assert replay.figure.locator("img").count() == 0


def test_print_shows_everything_as_published(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    replay.page.emulate_media(media="print")
    assert replay.printed() == ["One", "One", "Two", "Two"]
    expect(replay.group).to_be_hidden()
    expect(replay.figure.locator(".proof-playhead")).to_be_hidden()
    expect(replay.figure.locator(".proof-band")).to_be_hidden()
    expect(replay.figure.locator(".proof-facts")).to_be_hidden()


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_leaving_shows_everything_as_published(
    open_replay: OpenReplay, way: str
) -> None:
    replay = open_replay()
    before = replay.figure.evaluate(PUBLISHED)
    replay.open_paused()
    if way == "Escape":
        replay.page.keyboard.press("Escape")
    else:
        replay.button("Close").click()
    expect(replay.play).to_be_focused()
    expect(replay.slider).to_be_hidden()
    assert replay.printed() == ["One", "One", "Two", "Two"]
    assert replay.marks() == []
    expect(replay.figure.locator(".proof-playhead")).to_be_hidden()
    assert replay.figure.evaluate(PUBLISHED) == before


PUBLISHED: Final = """
figure => {
  const copy = figure.cloneNode(true);
  copy.querySelector(".proof-replay")?.remove();
  // Painted once they are replayed.
  copy.querySelectorAll(".proof-lane").forEach(lane => lane.removeAttribute("style"));
  // What only counts in a figure that is replayed.
  for (const line of copy.querySelectorAll(".proof-line")) {
    line.classList.remove("proof-line-later", "proof-line-now");
    line.removeAttribute("style");
  }
  for (const part of [copy, ...copy.querySelectorAll("[style]")]) {
    part.style.setProperty("--touched", 1);
    part.style.removeProperty("--touched");
    if (!part.style.length) part.removeAttribute("style");
  }
  copy.querySelector(".proof-playhead")?.remove();
  copy.querySelector(".proof-marks")?.remove();
  return copy.outerHTML;
}
"""


def test_it_can_be_started_again(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    replay.page.keyboard.press("Escape")
    replay.open_paused()
    assert replay.said() == "main starts at line 13."
    assert replay.marks() == [(13, ["running main"])]
    assert replay.printed() == []


def test_copied_output_is_complete(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    assert replay.printed() == []
    copied = replay.figure.locator(".proof-output code").evaluate(AS_COPIED)
    assert copied.split() == ["One", "One", "Two", "Two"]
    code = replay.figure.locator(".proof-source code").evaluate(AS_COPIED)
    assert code.rstrip() == NAPS.code.split("\n\n\n# Proof:")[0]


# How the theme's copy button reads a pane.
AS_COPIED: Final = """
code => {
  code.setAttribute("data-md-copying", "");
  const text = code.innerText;
  code.removeAttribute("data-md-copying");
  return text;
}
"""
