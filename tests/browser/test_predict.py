"""Output to be guessed first is hidden, and found by link, search and printer."""

import gzip
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .accessibility import serious_violations
from .conftest import OpenPage, Scheme, Visit
from .replay_site import REPOSITORY

SCRIPT = REPOSITORY / "docs/assets/predict.js"
NAME = "What is printed first? Show the output"
HEIGHT = "figure => figure.getBoundingClientRect().height"
# What a browser searches through and opens by itself is there, but not rendered.
KEPT_FOR_SEARCH = """
block => {
  const { display, contentVisibility } = getComputedStyle(block, "::details-content");
  return display != "none" && contentVisibility == "hidden";
}
"""


class Guess:
    """A figure whose output is to be guessed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.figure = page.locator("figure.proof")
        self.block = self.figure.locator("details.proof-predict")
        self.summary = self.block.locator("summary").first
        self.output = self.figure.locator(".proof-output")
        self.timeline = self.figure.locator(".proof-timeline")
        self.took = self.figure.locator(".proof-provenance strong")

    def expect_open(self) -> None:
        expect(self.output).to_be_visible()
        expect(self.timeline).to_be_visible()
        expect(self.took).to_be_visible()

    def expect_closed(self) -> None:
        expect(self.summary).to_be_visible()
        expect(self.output).to_be_hidden()
        expect(self.timeline).to_be_hidden()
        # It may be the answer.
        expect(self.took).to_be_hidden()

    def height(self) -> float:
        return float(self.figure.evaluate(HEIGHT))


OpenGuess = Callable[..., Guess]


@pytest.fixture
def open_guess(replays: str, open_page: OpenPage) -> Iterator[OpenGuess]:
    """Opens the page of the guess, or another; none reports an error."""
    visits: list[Visit] = []

    def open_guess(address: str = "guess/", **options: object) -> Guess:
        visits.append(open_page(replays + address, **options))
        return Guess(visits[-1].page)

    yield open_guess
    assert [error for visit in visits for error in visit.errors] == []


# Closed, and opened by its reader


def test_closed_at_first(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.expect_closed()
    for part in (".proof-name", ".proof-code-line:not([data-folded])", "figcaption"):
        expect(guess.figure.locator(part).first).to_be_visible()
    expect(guess.summary.locator("code")).to_have_text("first")


def test_click_opens_and_closes(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.summary.click()
    guess.expect_open()
    guess.summary.click()
    guess.expect_closed()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_key_opens(open_guess: OpenGuess, key: str) -> None:
    guess = open_guess()
    guess.summary.focus()
    guess.page.keyboard.press(key)
    guess.expect_open()


def test_screen_readers_read_it_as_a_disclosure(open_guess: OpenGuess) -> None:
    page = open_guess().page
    session = page.context.new_cdp_session(page)

    def disclosures() -> list[tuple[str, bool]]:
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["name"]["value"], property_["value"]["value"])
            for node in nodes
            if node.get("role", {}).get("value") == "DisclosureTriangle"
            for property_ in node["properties"]
            if property_["name"] == "expanded"
        ]

    assert (NAME, False) in disclosures()
    page.locator(".proof-predict > summary").click()
    assert (NAME, True) in disclosures()


def test_it_is_accessible_and_fits(
    open_guess: OpenGuess, seen_as: tuple[int, Scheme]
) -> None:
    guess = open_guess(width=seen_as[0], color_scheme=seen_as[1])
    for _ in range(2):
        assert serious_violations(guess.page) == []
        wide = guess.page.evaluate("document.scrollingElement.scrollWidth")
        assert wide <= seen_as[0]
        guess.summary.click()


def test_text_that_tells_the_answer_is_closed_too(open_guess: OpenGuess) -> None:
    guess = open_guess()
    told = guess.page.locator("figure.proof + p")
    expect(told).to_have_attribute("hidden", "until-found")
    expect(told).to_have_css("content-visibility", "hidden")
    guess.summary.click()
    expect(told).not_to_have_attribute("hidden", "until-found")
    guess.summary.click()
    expect(told).to_have_attribute("hidden", "until-found")
    told.dispatch_event("beforematch")
    guess.expect_open()


def test_a_comparison_that_tells_the_answer_is_closed_too(
    open_guess: OpenGuess,
) -> None:
    guess = open_guess("guess-then-compare/")
    comparison = guess.page.locator(".proof-comparison")
    for told in (guess.page.get_by_text("Both:", exact=True), comparison):
        expect(told).to_have_attribute("hidden", "until-found")
    assert comparison.evaluate("figure => figure.offsetHeight") == 0
    guess.summary.click()
    expect(comparison).to_be_visible()
    assert comparison.evaluate("figure => figure.offsetHeight") > 100


def test_text_that_leads_to_the_next_figure_stays(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.expect_closed()
    expect(guess.page.get_by_text("Now the next:")).not_to_have_attribute(
        "hidden", "until-found"
    )


# Before the script, and without it


def test_nothing_is_seen_and_nothing_moves_until_the_script_comes(
    open_guess: OpenGuess, replays: str
) -> None:
    guess = open_guess("other/")
    waiting: list[Route] = []
    guess.page.route("**/predict.js", lambda route: waiting.append(route))  # noqa: PLW0108
    guess.page.goto(f"{replays}guess/", wait_until="commit")
    guess.expect_closed()
    expect(guess.block).not_to_have_attribute("data-asks", "")
    before = guess.height()
    waiting[0].continue_()
    expect(guess.block).to_have_attribute("data-asks", "")
    guess.expect_closed()
    assert guess.height() == pytest.approx(before, abs=1)


def test_all_is_shown_if_the_script_never_comes(
    replays: str, open_page: OpenPage
) -> None:
    page = open_page(f"{replays}other/").page
    page.route("**/predict.js", lambda route: route.abort())
    page.goto(f"{replays}guess/")
    Guess(page).expect_open()


def test_open_without_scripts(open_guess: OpenGuess, width: int) -> None:
    guess = open_guess(width=width, java_script_enabled=False)
    guess.expect_open()
    expect(guess.summary).to_be_visible()
    expect(guess.summary.get_by_text("Show the output")).to_be_hidden()


# On paper


def test_printed_as_if_open(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.expect_closed()
    guess.page.emulate_media(media="print")
    guess.expect_open()
    expect(guess.summary.get_by_text("Show the output")).to_be_hidden()
    guess.page.emulate_media(media="screen")
    guess.expect_closed()


def test_printing_opens_it_and_leaves_no_trace(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(guess.block).to_have_attribute("open", "")
    guess.page.evaluate("dispatchEvent(new Event('afterprint'))")
    guess.expect_closed()
    guess.page.reload()
    guess.expect_closed()


def test_printing_does_not_close_what_was_open(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.summary.click()
    for event in ("beforeprint", "afterprint"):
        guess.page.evaluate(f"dispatchEvent(new Event('{event}'))")
    guess.expect_open()


# Found by another way than a click


def test_address_of_something_inside_opens_it(open_guess: OpenGuess) -> None:
    guess = open_guess("guess/#proof-samples--naps-output")
    guess.expect_open()
    expect(guess.output).to_be_in_viewport()


def test_link_to_something_inside_opens_it(open_guess: OpenGuess) -> None:
    guess = open_guess(width=390)
    guess.expect_closed()
    guess.page.evaluate("location.hash = 'proof-samples--naps-output'")
    guess.expect_open()
    expect(guess.output).to_be_in_viewport()


def test_link_to_something_else_does_not(open_guess: OpenGuess) -> None:
    guess = open_guess("guess/#proof-samples--naps-code")
    guess.expect_closed()


def test_browser_can_search_it(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.expect_closed()
    assert guess.block.evaluate(KEPT_FOR_SEARCH)


# Going and coming back


def test_instant_navigation_finds_it_closed(open_guess: OpenGuess) -> None:
    guess = open_guess("")
    guess.page.evaluate("window.stays = true")
    _follow(guess.page, "Guess")
    expect(guess.page.locator("h1")).to_contain_text("Guess")
    guess.expect_closed()
    expect(guess.block).to_have_attribute("data-asks", "")
    guess.summary.click()
    guess.expect_open()
    assert guess.page.evaluate("window.stays")


def test_coming_back_finds_it_as_it_was_left(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.summary.click()
    guess.expect_open()
    _follow(guess.page, "Other")
    expect(guess.page.locator("h1")).to_contain_text("Other")
    guess.page.go_back()
    expect(guess.page.locator("h1")).to_contain_text("Guess")
    guess.expect_open()


def test_reload_keeps_it_open_for_the_session(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.summary.click()
    guess.expect_open()
    guess.page.reload()
    guess.expect_open()
    guess.summary.click()
    guess.expect_closed()
    guess.page.reload()
    guess.expect_closed()


def test_another_visitor_finds_it_closed(open_guess: OpenGuess) -> None:
    open_guess().summary.click()
    open_guess().expect_closed()


def _follow(page: Page, name: str) -> None:
    page.locator(".md-nav--primary").get_by_role("link", name=name).click()


# With a replay


def test_replay_plays_and_stays_in_sight(open_guess: OpenGuess) -> None:
    guess = open_guess(width=390)
    guess.summary.click()
    _replay(guess).click()
    expect(guess.figure.locator(".proof-playhead")).to_have_css("display", "inline")
    first = guess.figure.locator(".proof-code-line").first
    first.scroll_into_view_if_needed()
    expect(first).to_be_in_viewport()
    # Pinned to the bottom of the window, far above its place.
    expect(guess.timeline.locator(".proof-scrub")).to_be_in_viewport(ratio=1)


def test_closing_ends_the_replay(open_guess: OpenGuess) -> None:
    guess = open_guess()
    guess.summary.click()
    _replay(guess).click()
    expect(guess.figure).to_have_class(re.compile("proof-replaying"))
    guess.summary.click()
    guess.expect_closed()
    expect(guess.figure).not_to_have_class(re.compile("proof-replaying"))
    guess.summary.click()
    expect(_replay(guess)).to_have_text("Replay")


def _replay(guess: Guess) -> Locator:
    return guess.figure.locator(".proof-play")


def test_script_is_small_and_requests_nothing() -> None:
    content = SCRIPT.read_bytes()
    assert len(gzip.compress(content, 9)) < 1_500
    assert not re.search(rb"innerHTML|insertAdjacent|eval|fetch|https?://", content)
