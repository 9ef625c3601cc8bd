"""A figure with a replay, as tests work it."""

import re
from typing import Any, Final

from playwright.sync_api import Locator, Page, expect

MOMENTS: Final = 16
"""Of the first figure of each page."""

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

VISIBLE: Final = """
lines => lines.filter(line => line.checkVisibility({ visibilityProperty: true }))
  .map(line => line.textContent.trim())
"""

# Counts the frames that a page asks for, and keeps the way to ask for one unseen.
COUNT_FRAMES: Final = """
() => {
  window.frames_asked = 0;
  window.ask_unseen = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (call) => {
    window.frames_asked += 1;
    return window.ask_unseen(call);
  };
}
"""
FRAMES_ASKED_IN_TWENTY: Final = """
() => new Promise(done => {
  const before = window.frames_asked;
  let left = 20;
  const look = () => {
    left -= 1;
    if (left) window.ask_unseen(look); else done(window.frames_asked - before);
  };
  window.ask_unseen(look);
})
"""

# A smooth scroll begins some frames late, and then moves with each frame.
SCROLLED: Final = """
() => new Promise(done => {
  let place = scrollY, still = 0;
  const look = () => {
    still = scrollY == place ? still + 1 : 0;
    place = scrollY;
    if (still > 12) done(); else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})
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
        self.speed = self.group.get_by_role("combobox", name="Speed")
        self.now = self.group.locator(".proof-now")

    def button(self, name: str) -> Locator:
        return self.group.get_by_role("button", name=name)

    def stop_clock(self) -> None:
        """From now on time passes only by `pass_time`."""
        self.page.clock.install(time=0)
        self.page.clock.pause_at(1000)

    def pass_time(self, seconds: float) -> None:
        self.page.clock.run_for(round(seconds * 1000))

    def start(self) -> None:
        """Press the button, and wait until it plays: until the page is at rest."""
        self.play.click()
        expect(self.group).to_have_class(re.compile("proof-open"))
        expect(self.figure).not_to_have_class(re.compile("proof-arriving"))

    def open_paused(self) -> None:
        """At the first event, and not moving."""
        self.start()
        self.slider.press("Home")
        expect(self.play).to_have_text("Play")

    def open_and_scroll(self) -> None:
        """The same, after the page has scrolled to it."""
        self.open_paused()
        self.page.evaluate(SCROLLED)

    def play_as(self, speed: str) -> None:
        """From the first event, at one of the speeds."""
        self.open_paused()
        self.speed.select_option(speed)
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

    def seconds(self) -> float:
        """At what time of the run it is."""
        return float(self.group.locator(".proof-time").inner_text().removesuffix(" s"))

    def printed(self) -> list[str]:
        """The lines of the output that can be seen."""
        found: list[str] = self.figure.locator(".proof-line").evaluate_all(VISIBLE)
        return found

    def marks(self) -> list[tuple[int, list[str]]]:
        """The marked lines, and on each its chips: a state and a name."""
        found: Any = self.figure.evaluate(MARKS)
        return [(int(line), [str(chip) for chip in chips]) for line, chips in found]

    def playhead(self) -> float:
        """Where it is, as a fraction of the axis."""
        place = self.figure.locator(".proof-playhead").get_attribute("x1") or ""
        return (float(place.removesuffix("%")) - 1.5) / 97
