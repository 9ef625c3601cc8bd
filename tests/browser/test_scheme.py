"""Light and dark follow the system until a reader chooses."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage, Scheme, lightness

BODY = "data-md-color-scheme"
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}
THEIR_NAME: dict[Scheme, str] = {"light": "default", "dark": "slate"}


def expect_scheme(page: Page, scheme: Scheme) -> None:
    """Wait until a page is light, or dark, and looks it."""
    expect(page.locator("body")).to_have_attribute(BODY, THEIR_NAME[scheme])
    seen = lightness(page)
    assert seen > 0.8 if scheme == "light" else seen < 0.2


def switch(page: Page) -> None:
    """Click on the switch between system, light and dark."""
    page.locator("[data-md-component='palette'] label:visible").click()


def test_page_follows_the_system(open_page: OpenPage, scheme: Scheme) -> None:
    page = open_page("", color_scheme=scheme).page
    expect_scheme(page, scheme)
    page.emulate_media(color_scheme=OTHER[scheme])
    expect_scheme(page, OTHER[scheme])


def test_chosen_scheme_outlives_system_and_page(
    open_page: OpenPage, scheme: Scheme, width: int
) -> None:
    page = open_page("", color_scheme=scheme, width=width).page
    switch(page)
    expect_scheme(page, "light")
    page.emulate_media(color_scheme=OTHER[scheme])
    expect_scheme(page, "light")
    switch(page)
    expect_scheme(page, "dark")
    page.goto("learn/calling-is-not-running/")
    expect_scheme(page, "dark")
    switch(page)
    expect_scheme(page, OTHER[scheme])
    page.emulate_media(color_scheme=scheme)
    expect_scheme(page, scheme)


def test_switch_is_worked_by_keys(open_page: OpenPage) -> None:
    page = open_page("", color_scheme="dark").page
    expect_scheme(page, "dark")
    page.locator("#__palette_0").focus()
    page.keyboard.press("Enter")
    expect_scheme(page, "light")


@pytest.mark.parametrize("scheme_", ["light", "dark"])
def test_print_is_light(open_page: OpenPage, scheme_: Scheme) -> None:
    page = open_page("", color_scheme=scheme_).page
    page.emulate_media(media="print")
    assert lightness(page) > 0.8
