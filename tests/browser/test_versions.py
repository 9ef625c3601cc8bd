"""A reader chooses between versions of Python, with and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .accessibility import serious_violations
from .conftest import OpenPage

OpenReplays = Callable[..., Page]
DRAWN_BEHIND = "heads => heads.map(h => getComputedStyle(h, '::after').content)"
BESIDE = """
labels => labels.every(label => {
  const box = label.getBoundingClientRect();
  return 0 <= box.left && box.right <= innerWidth;
})
"""


class Choice:
    """A figure that differs by version."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.figure = page.locator("figure.proof")
        self.newer = self.figure.get_by_role("radio", name="3.15")
        self.older = self.figure.get_by_role("radio", name="3.12")
        self.shown = self.figure.locator(".proof-version:visible")

    def expect_shown(self, python: str, marked: str) -> None:
        expect(self.shown).to_have_count(1)
        expect(self.shown.locator(".proof-provenance")).to_contain_text(python)
        expect(self.shown.locator(".proof-timeline")).to_be_visible()
        expect(self.shown.locator(".proof-line-differs")).to_have_text(f"{marked}\n")


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def choice(open_replays: OpenReplays, request: pytest.FixtureRequest) -> Choice:
    return Choice(open_replays("versions/", java_script_enabled=request.param))


def test_the_newest_is_shown_first(choice: Choice) -> None:
    expect(choice.newer).to_be_checked()
    choice.expect_shown("CPython 3.15.2", "Two")


def test_another_is_shown_by_a_click(choice: Choice) -> None:
    choice.figure.get_by_text("3.12", exact=True).click()
    expect(choice.older).to_be_checked()
    choice.expect_shown("CPython 3.12.1", "Too")


def test_another_is_shown_by_the_keyboard(choice: Choice) -> None:
    choice.newer.focus()
    label = choice.figure.locator("label").first
    expect(label).not_to_have_css("outline-style", "none")
    choice.page.keyboard.press("ArrowRight")
    expect(choice.older).to_be_focused()
    choice.expect_shown("CPython 3.12.1", "Too")
    choice.page.keyboard.press("ArrowLeft")
    choice.expect_shown("CPython 3.15.2", "Two")


def _play(version: Locator) -> Locator:
    return version.locator(".proof-play")


def test_each_version_has_a_replay_of_its_own(open_replays: OpenReplays) -> None:
    choice = Choice(open_replays("versions/"))
    expect(choice.figure.locator(".proof-play")).to_have_count(2)
    choice.figure.get_by_text("3.12", exact=True).click()
    _play(choice.shown).click()
    expect(choice.figure).to_have_class(re.compile("proof-replaying"))
    marked = choice.shown.locator(".proof-line-differs")
    expect(marked).not_to_have_class("proof-line-later", timeout=10_000)
    choice.figure.get_by_text("3.15", exact=True).click()
    expect(choice.figure).to_have_class("proof")
    expect(choice.shown.locator(".proof-close")).to_be_hidden()


def test_it_fits_and_nothing_is_wrong_with_it(
    open_replays: OpenReplays, width: int
) -> None:
    page = open_replays("versions/", width=width)
    assert page.locator(".proof-versions > label").evaluate_all(BESIDE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious_violations(page) == []


def test_no_head_of_a_column_seems_to_sort(open_page: OpenPage) -> None:
    page = open_page("rules/history/").page
    heads = page.locator(".proof-version-table").get_by_role("columnheader")
    expect(heads).to_have_count(5)
    expect(heads.first).to_have_css("cursor", "auto")
    assert heads.evaluate_all(DRAWN_BEHIND) == ["none"] * 5
