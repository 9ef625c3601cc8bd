"""What a word means is shown on hover, on focus and on touch, and closes again."""

import pytest
from playwright.sync_api import Locator, Page, expect

from .accessibility import serious_violations
from .conftest import HEIGHTS, OpenPage

PAGE = "learn/what-does-await-do/"
ALL_IN_VIEW = """
elements => elements.filter(element => !element.closest("[hidden]")).filter(element => {
  const word = element.parentElement;
  word.querySelector("a").focus({ preventScroll: true });
  const box = element.getBoundingClientRect();
  const line = [...word.querySelector("a").getClientRects()].at(-1);
  return box.width < 200 || box.left < 0 || box.right > innerWidth
    || box.top < line.top || box.top > line.bottom + 8;
}).map(element => element.id)
"""


def _first(page: Page) -> tuple[Locator, Locator]:
    """The first word that is explained, and what it means."""
    word = page.locator(".proof-term").first
    return word.locator("a"), word.get_by_role("tooltip", include_hidden=True)


def test_the_pointer_shows_it_and_can_move_onto_it(open_page: OpenPage) -> None:
    link, text = _first(open_page(PAGE).page)
    expect(text).to_be_hidden()
    link.hover()
    expect(text).to_be_visible()
    text.hover()
    expect(text).to_be_visible()
    text.page.mouse.move(1, 1)
    expect(text).to_be_hidden()


def test_the_focus_shows_it_and_escape_closes_it(open_page: OpenPage) -> None:
    link, text = _first(open_page(PAGE).page)
    link.focus()
    expect(text).to_be_visible()
    expect(link).to_have_accessible_description(text.inner_text())
    text.page.keyboard.press("Escape")
    expect(text).to_be_hidden()
    expect(link).to_be_focused()
    link.blur()
    link.focus()
    expect(text).to_be_visible()


def test_a_first_touch_shows_it_and_a_second_follows_the_link(
    open_page: OpenPage,
) -> None:
    page = open_page(PAGE, width=390, has_touch=True).page
    link, text = _first(page)
    link.tap()
    expect(text).to_be_visible()
    assert page.url.endswith(PAGE)
    link.tap()
    page.wait_for_url("**/rules/glossary/#*")


def test_without_scripts_it_is_shown_and_leads_to_the_glossary(
    open_page: OpenPage,
) -> None:
    page = open_page(PAGE, java_script_enabled=False).page
    link, text = _first(page)
    link.hover()
    expect(text).to_be_visible()
    link.click()
    page.wait_for_url("**/rules/glossary/#*")


@pytest.mark.parametrize("pixels", HEIGHTS)
def test_none_is_cut_off(open_page: OpenPage, pixels: int) -> None:
    page = open_page(PAGE, width=pixels).page
    texts = page.locator(".proof-term-text")
    assert texts.count() > 3
    assert texts.evaluate_all(ALL_IN_VIEW) == []


def test_it_can_be_read_by_all(open_page: OpenPage) -> None:
    page = open_page(PAGE).page
    link, text = _first(page)
    link.focus()
    expect(text).to_be_visible()
    assert serious_violations(page) == []
