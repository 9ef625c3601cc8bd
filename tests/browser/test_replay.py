"""A run is played again: by pointer, by keys, for eyes and for ears."""

import gzip
import re
import time
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage, Scheme, Visit, serious_violations
from .replay_site import HOSTILE, NAPS, REPOSITORY

TOOK: Final = NAPS.history.took
MOMENTS: Final = 16
BOXES: Final = """
figure => [figure, ...figure.querySelectorAll(
  ".proof-head, .proof-source, .proof-output, .proof-line, .proof-picture, "
  + ".proof-scrub, .proof-buttons > *, .proof-now, figcaption"
)].map(part => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return [part.localName, x, y + scrollY, width, height].join(" ");
})
"""
# Counts what a page keeps doing when nobody looks.
COUNT_FRAMES: Final = """
() => {
  window.frames_asked = 0;
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (call) => {
    window.frames_asked += 1;
    return ask(call);
  };
}
"""


# When a button came to say something else, in milliseconds.
NOTE_TURNS: Final = """
button => {
  window.turns = [];
  const note = () => turns.push({ said: button.textContent, at: performance.now() });
  new MutationObserver(note)
    .observe(button, { childList: true, characterData: true, subtree: true });
}
"""


class Replay:
    """A figure and the parts of its replay."""

    def __init__(self, figure: Locator) -> None:
        self.figure = figure
        self.page: Page = figure.page
        self.group = figure.get_by_role("group", name=re.compile("^Replay of"))
        self.play = self.group.locator(".proof-play")
        self.next = self.button("Next event")
        self.previous = self.button("Previous event")
        self.slider = self.group.get_by_role("slider", name="Time")
        self.now = self.group.locator(".proof-now")

    def button(self, name: str) -> Locator:
        return self.group.get_by_role("button", name=name)

    def open_paused(self) -> None:
        """At the first event, and not moving."""
        self.play.click()
        self.slider.press("Home")
        expect(self.play).to_have_text("Play")

    def open_slow(self) -> None:
        """At the first event, and going to move at a tenth of the speed."""
        self.open_paused()
        self.group.get_by_role("combobox", name="Speed").select_option("0.1")

    def play_slowly(self) -> None:
        """From the first event, at a tenth of the speed."""
        self.open_slow()
        self.play.click()
        expect(self.play).to_have_text("Pause")

    def step_to(self, moment: int) -> None:
        self.slider.press("Home")
        for _ in range(moment):
            self.slider.press("ArrowRight")

    def said(self) -> str:
        return self.now.inner_text()

    def place(self) -> int:
        """Which event it is at, from 0."""
        words = self.group.locator(".proof-when").inner_text()
        return int(words.split("event ")[1].split(" ")[0]) - 1

    def printed(self) -> list[str]:
        """The lines of the output that can be seen."""
        lines = self.figure.locator(".proof-line").all()
        seen = [line for line in lines if line.is_visible()]
        # Whitespace alone decides whether it is there, not whether it can be seen.
        return [
            line.inner_text().strip()
            for line in seen
            if line.evaluate("line => getComputedStyle(line).visibility") == "visible"
        ]

    def marks(self) -> list[tuple[int, list[str]]]:
        """The marked lines, and on each its chips: a state and a name."""
        found: Any = self.figure.evaluate(MARKS)
        return [(int(line), [str(chip) for chip in chips]) for line, chips in found]

    def playhead(self) -> float:
        """Where it stands, as a fraction of the axis."""
        place = self.figure.locator(".proof-playhead").get_attribute("x1") or ""
        return (float(place.removesuffix("%")) - 1.5) / 97


MARKS: Final = """
figure => [...figure.querySelectorAll(".proof-band")].map(band => {
  const box = band.getBoundingClientRect();
  const middle = (box.top + box.bottom) / 2;
  const line = [...figure.querySelectorAll(".proof-code-line")].find(code => {
    const { top, bottom } = code.getClientRects()[0];
    return top <= middle && middle <= bottom;
  });
  const chips = [...band.children].map(chip =>
    [...chip.classList].at(-1).replace("proof-chip-", "") + " " + chip.textContent);
  return [line.dataset.line, chips];
}).sort((a, b) => a[0] - b[0])
"""

OpenReplay = Callable[..., Replay]


@pytest.fixture
def visited() -> list[Visit]:
    return []


@pytest.fixture
def open_replays(
    replays: str, open_page: OpenPage, visited: list[Visit]
) -> Iterator[Callable[..., Page]]:
    """Opens a page of replays; in the end none of them complained."""

    def open_replays(address: str = "", **options: object) -> Page:
        visit = open_page(replays + address, **options)
        visited.append(visit)
        return visit.page

    yield open_replays
    host = urlsplit(replays).netloc
    for visit in visited:
        assert visit.complaints == []
        asked = [url for url in visit.requests if not url.startswith("data:")]
        assert [url for url in asked if urlsplit(url).netloc != host] == []


@pytest.fixture
def open_replay(open_replays: Callable[..., Page]) -> OpenReplay:
    """Opens a page, and gives the replay of its first figure, not started."""

    def open_replay(address: str = "", **options: object) -> Replay:
        return Replay(open_replays(address, **options).locator("figure.proof").first)

    return open_replay


# Playing


def test_nothing_but_a_button_is_there_at_first(open_replay: OpenReplay) -> None:
    replay = open_replay()
    expect(replay.play).to_have_accessible_name("Replay")
    assert [b.inner_text() for b in replay.group.get_by_role("button").all()] == [
        "Replay"
    ]
    expect(replay.slider).to_be_hidden()
    assert replay.marks() == []
    assert len(replay.printed()) == 4


def test_plays_as_long_as_the_run_took(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.play.evaluate(NOTE_TURNS)
    took = _until_the_end(replay, replay.play)
    for _ in range(2):
        if not _is_about(took):
            # Somebody else kept the machine busy.
            took = _until_the_end(replay, replay.button("Restart"))
    assert _is_about(took), took
    assert replay.said() == "The run is over after 0.607 s."
    assert replay.printed() == ["One", "One", "Two", "Two"]
    assert replay.playhead() == pytest.approx(1, abs=0.001)
    assert replay.marks() == []


def _is_about(took: float) -> bool:
    return TOOK * 0.9 < took < TOOK * 1.3 + 0.2


def _until_the_end(replay: Replay, button: Locator) -> float:
    """Seconds from its beginning to its end, as the page's own clock has it."""
    replay.page.evaluate("turns.length = 0")
    button.click()
    replay.page.wait_for_function("turns.at(-1)?.said == 'Play'")
    begin, end = replay.page.evaluate(
        "[turns.find(turn => turn.said == 'Pause').at, turns.at(-1).at]"
    )
    return float(end - begin) / 1000


def test_output_appears_while_it_plays(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.play_slowly()
    replay.page.wait_for_timeout(300)
    assert replay.printed() == ["One", "One"]
    replay.group.get_by_role("combobox", name="Speed").select_option("1")
    expect(replay.figure.locator(".proof-line").last).to_be_visible()
    expect(replay.play).to_have_text("Play")
    assert replay.printed() == ["One", "One", "Two", "Two"]


def test_pause_stops_it_and_play_goes_on(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.play_slowly()
    replay.page.wait_for_timeout(100)
    replay.play.click()
    expect(replay.play).to_have_text("Play")
    stood = replay.playhead()
    replay.page.wait_for_timeout(200)
    assert replay.playhead() == stood
    replay.play.click()
    replay.page.wait_for_timeout(100)
    assert replay.playhead() > stood


def test_slow_motion_is_slower(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.play_slowly()
    replay.page.wait_for_timeout(500)
    assert 0.02 < replay.playhead() < 0.4


def test_events_are_played_one_by_one(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.play.click()
    replay.group.get_by_role("combobox", name="Speed").select_option("0")
    replay.button("Restart").click()
    assert replay.place() == 0
    replay.page.wait_for_timeout(1_500)
    assert replay.place() in {1, 2}


def test_what_is_too_short_is_slowed_down_and_says_so(
    open_replays: Callable[..., Page],
) -> None:
    replay = Replay(open_replays().locator("figure.proof").nth(1))
    replay.play.click()
    speed = replay.group.get_by_role("combobox", name="Speed")
    expect(speed.locator("option:checked")).to_have_text("Slowed: by event")
    expect(replay.group.locator(".proof-time")).to_have_text("0.00 ms")
    replay.page.wait_for_timeout(300)
    expect(replay.play).to_have_text("Pause")


def test_restart_begins_again(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_slow()
    replay.slider.press("End")
    replay.button("Restart").click()
    expect(replay.play).to_have_text("Pause")
    # Between the restart and the first lines of the run some frames may pass.
    deadline = time.monotonic() + 5
    while replay.printed() == [] and time.monotonic() < deadline:
        pass
    assert replay.printed() == ["One", "One"]


def test_one_plays_at_a_time(open_replays: Callable[..., Page]) -> None:
    page = open_replays()
    first, second = (Replay(page.locator("figure.proof").nth(n)) for n in (0, 1))
    second.play.click()
    expect(second.play).to_have_text("Pause")
    first.play_slowly()
    expect(second.play).to_have_text("Play")
    expect(second.slider).to_be_visible()


# What is shown


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


def test_nothing_moves_as_it_plays(open_replay: OpenReplay, width: int) -> None:
    replay = open_replay(width=width)
    replay.open_paused()
    replay.page.wait_for_timeout(500)
    boxes = replay.figure.evaluate(BOXES)
    for _ in range(MOMENTS - 1):
        replay.page.keyboard.press("ArrowRight")
        assert replay.figure.evaluate(BOXES) == boxes


def test_texts_of_a_run_stay_texts(open_replays: Callable[..., Page]) -> None:
    replay = Replay(open_replays().locator("figure.proof").nth(1))
    replay.open_paused()
    replay.next.click()
    assert replay.said() == f"{HOSTILE} is created, ready to start."
    assert replay.marks()[0] == (6, [f"ready {HOSTILE}"])
    assert replay.figure.locator("img").count() == 0


# Steering


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
    replay.play.click()
    replay.page.keyboard.press("ArrowRight")
    expect(replay.play).to_have_text("Play")


def test_picture_is_scrubbed_with_the_pointer(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    replay.page.wait_for_timeout(500)
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
    replay.open_paused()
    replay.page.wait_for_timeout(500)
    slider = replay.slider.bounding_box()
    assert slider
    replay.page.mouse.click(slider["x"] + slider["width"] / 2, slider["y"] + 20)
    assert replay.playhead() == pytest.approx(0.5, abs=0.02)
    line = replay.figure.locator(".proof-playhead").bounding_box()
    assert line
    assert line["x"] == pytest.approx(slider["x"] + slider["width"] / 2, abs=2)
    assert slider["y"] < line["y"] + line["height"] < slider["y"] + slider["height"]


def test_keys_are_enough(open_replay: OpenReplay) -> None:
    # In a window that nobody else gets: its clock is stopped, so that however long a
    # key takes, the run is not over meanwhile.
    replay = open_replay(reduced_motion="no-preference")
    page = replay.page
    page.clock.install(time=0)
    page.clock.pause_at(1000)
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
        "aria-valuetext", re.compile(r"^0\.6060 s, event 15 of 16$")
    )
    page.keyboard.press("Space")
    expect(replay.play).to_have_text("Pause")
    page.keyboard.press("Escape")
    expect(replay.play).to_be_focused()
    expect(replay.play).to_have_accessible_name("Replay")


def test_every_control_has_a_name_and_is_reached(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    names = []
    for _ in range(7):
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
        "Close the replay",
    ]


def test_paper_shows_everything_as_published(open_replay: OpenReplay) -> None:
    replay = open_replay()
    replay.open_paused()
    replay.page.emulate_media(media="print")
    assert replay.printed() == ["One", "One", "Two", "Two"]
    expect(replay.group).to_be_hidden()
    expect(replay.figure.locator(".proof-playhead")).to_be_hidden()
    expect(replay.figure.locator(".proof-band")).to_be_hidden()
    expect(replay.figure.locator(".proof-facts")).to_be_visible()


def test_nothing_moves_as_the_button_appears(
    open_replays: Callable[..., Page], width: int
) -> None:
    page = open_replays(width=width)
    place = "document.querySelector('figcaption').getBoundingClientRect().y"
    there = page.evaluate(place)
    page.evaluate("document.querySelector('.proof-replay').remove()")
    assert page.evaluate(place) == there


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
  copy.querySelector(".proof-replay").remove();
  // What only counts in a figure that is replayed.
  for (const line of copy.querySelectorAll(".proof-line")) {
    line.classList.remove("proof-line-later", "proof-line-now");
    line.removeAttribute("style");
  }
  copy.querySelector(".proof-playhead").remove();
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


# For everybody


def test_screen_readers_hear_events_only_when_it_stands(
    open_replay: OpenReplay,
) -> None:
    replay = open_replay()
    replay.play.click()
    expect(replay.now).to_have_attribute("aria-live", "off")
    replay.page.keyboard.press("ArrowRight")
    expect(replay.now).to_have_attribute("aria-live", "polite")


def test_reduced_motion_has_steps_only(open_replay: OpenReplay) -> None:
    replay = open_replay(reduced_motion="reduce")
    replay.page.evaluate(COUNT_FRAMES)
    replay.page.locator(".proof-play").first.focus()
    replay.page.keyboard.press("Space")
    expect(replay.next).to_be_focused()
    expect(replay.play).to_be_hidden()
    expect(replay.group.get_by_role("combobox", name="Speed")).to_be_hidden()
    replay.page.keyboard.press("Space")
    assert replay.place() == 1
    replay.button("Restart").click()
    replay.page.wait_for_timeout(200)
    assert replay.place() == 0
    # The theme may ask for one.
    assert replay.page.evaluate("frames_asked") < 4
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


@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open"])
def test_axe_finds_nothing_serious(
    open_replay: OpenReplay, width: int, scheme: Scheme, is_open: bool
) -> None:
    replay = open_replay(width=width, color_scheme=scheme)
    if is_open:
        replay.open_paused()
        replay.step_to(4)
    assert serious_violations(replay.page) == []


def test_controls_fit_a_phone(open_replay: OpenReplay) -> None:
    replay = open_replay(width=390)
    replay.open_paused()
    assert replay.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    for control in replay.group.locator("button, select, input").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= 40
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_code_and_picture_are_seen_together(
    open_replay: OpenReplay, width: int
) -> None:
    replay = open_replay(width=width)
    replay.play.scroll_into_view_if_needed()
    replay.open_paused()
    replay.page.wait_for_timeout(700)
    expect(replay.figure.locator(".proof-chip-running")).to_be_in_viewport(ratio=1)
    expect(replay.figure.locator(".proof-picture")).to_be_in_viewport(ratio=1)
    expect(replay.now).to_be_in_viewport(ratio=1)


def test_code_is_seen_beside_the_controls_where_there_is_little_room(
    open_replay: OpenReplay,
) -> None:
    replay = open_replay(width=390)
    replay.page.set_viewport_size({"width": 390, "height": 480})
    replay.play.scroll_into_view_if_needed()
    replay.open_paused()
    replay.page.wait_for_timeout(700)
    replay.step_to(4)
    expect(replay.figure.locator(".proof-chip-running")).to_be_in_viewport(ratio=1)
    expect(replay.group).to_be_in_viewport(ratio=1)
    assert replay.page.evaluate("document.scrollingElement.scrollWidth") <= 390


@pytest.mark.parametrize("number", range(1, 7))
def test_colours_of_lanes_can_be_told_from_the_ground(
    open_replay: OpenReplay, scheme: Scheme, number: int
) -> None:
    page = open_replay(color_scheme=scheme).page
    red, green, blue = (
        page.evaluate(COLOUR, f"--proof-{name}")
        for name in (f"lane-{number}", "surface", "paper")
    )
    assert _contrast(red, green) >= 4.5
    assert _contrast(red, blue) >= 4.5


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


# From page to page


def test_it_survives_instant_navigation(open_replays: Callable[..., Page]) -> None:
    page = open_replays()
    page.evaluate("window.still_here = true")
    page.evaluate(COUNT_FRAMES)
    left = Replay(page.locator("figure.proof").first)
    left.play_slowly()
    _go(page, "Other")
    assert page.evaluate("window.still_here") is True
    page.wait_for_timeout(300)
    before = page.evaluate("frames_asked")
    page.wait_for_timeout(300)
    assert page.evaluate("frames_asked") == before

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


# The parts

RUN: Final = """{
  "took": 1, "axis": [[0, 0], [0.25, 0.5], [1, 1]], "idle": [[0.25, 0.5]],
  "lanes": [
    {"label": "a", "kind": "task", "end": "pending", "endedAt": null,
     "exception": "", "cancels": [],
     "spans": [["holding", 0, 0.25, 3], ["overdue", 0.5, 0.75, 4, "until", 0.5]]},
    {"label": "t", "kind": "thread", "end": "done", "endedAt": 0.5,
     "exception": "", "cancels": [], "spans": [["holding", 0.1, 0.5, null, "f"]]}
  ],
  "lines": [[0.2, 0, 0, 7], [1.5, 1]]
}"""


@pytest.fixture
def model(open_replays: Callable[..., Page], replays: str) -> Callable[[str], object]:
    """Evaluates an expression with the functions of model.js and a `run`."""
    page = open_replays()

    def evaluate(expression: str) -> object:
        return page.evaluate(
            f"""async () => {{
              const model = await import("{replays}assets/replay/model.js");
              const run = model.readRun({RUN}, ["x"]);
              return {expression};
            }}"""
        )

    return evaluate


def test_axis_is_read_both_ways(model: Callable[[str], object]) -> None:
    there = "[-1, 0, 0.125, 0.25, 0.625, 1, 2].map(t => model.fractionAt(run, t))"
    assert model(there) == [0, 0, 0.25, 0.5, 0.75, 1, 1]
    back = "[0, 0.25, 0.5, 0.75, 1].map(f => model.timeAt(run, f))"
    assert model(back) == [0, 0.125, 0.25, 0.625, 1]


def test_moments_are_in_order(model: Callable[[str], object]) -> None:
    kinds = "run.moments.map(m => [m.at, m.events.map(e => e.kind).join()].join(' '))"
    assert model(kinds) == [
        "0 begins",
        "0.1 begins",
        "0.2 prints",
        "0.25 idle",
        "0.5 wakes,stops,begins",
        "1 over",
        "1.5 prints",
    ]
    assert model("run.end") == 1.5
    assert model("[-1, 0, 0.24, 9].map(t => model.momentAt(run, t))") == [0, 0, 2, 6]


def test_state_is_that_after_a_moment(model: Callable[[str], object]) -> None:
    states = """run.moments.map((_, moment) => {
      const { lanes, holder, isIdle } = model.stateAt(run, moment);
      const told = lanes.map(lane => lane && [lane.state, lane.line]);
      return [...told, holder, isIdle];
    })"""
    assert model(states) == [
        [["holding", 3], None, 0, False],
        [["holding", 3], ["running", None], 0, False],
        [["holding", 7], ["running", None], 0, False],
        [None, ["running", None], -1, True],
        [["overdue", 4], None, -1, False],
        [None, None, -1, False],
        [None, None, -1, False],
    ]


def test_scripts_are_small_and_ask_nobody() -> None:
    scripts = sorted((REPOSITORY / "docs/assets/replay").glob("*.js"))
    assert len(scripts) > 3
    sizes = [len(gzip.compress(script.read_bytes(), 9)) for script in scripts]
    assert sum(sizes) < 10_000
    for script in scripts:
        text = script.read_text("utf-8")
        assert not re.search(
            r"innerHTML|insertAdjacent|eval|fetch|https?://(?!www\.w3)", text
        )
