"""The menu on a phone."""

from playwright.sync_api import Locator, Page, expect

from .accessibility import serious_violations
from .conftest import OpenPage, Scheme

PAGE = "learn/three-coroutines-one-second/"


def menu(page: Page) -> Locator:
    """The list of pages."""
    return page.locator(".md-nav--primary")


def test_button_opens_it(open_page: OpenPage, scheme: Scheme) -> None:
    page = open_page(PAGE, width=390, color_scheme=scheme).page
    other = menu(page).get_by_role("link", name="Calling is not running")
    expect(other).not_to_be_in_viewport()
    page.locator('.md-header [for="__drawer"]').click()
    expect(other).to_be_in_viewport(ratio=1)
    assert serious_violations(page) == []
    other.click()
    expect(page.locator("h1")).to_contain_text("Calling is not running")


def test_key_opens_it(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390).page
    other = menu(page).get_by_role("link", name="Calling is not running")
    page.locator("#__drawer").focus()
    page.keyboard.press("Space")
    expect(other).to_be_in_viewport(ratio=1)


def test_it_opens_without_scripts(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390, java_script_enabled=False).page
    page.locator('.md-header [for="__drawer"]').click()
    expect(menu(page).get_by_text("Under the hood").first).to_be_in_viewport()
