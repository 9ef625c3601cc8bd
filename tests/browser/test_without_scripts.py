"""Everything can be read without scripts."""

from playwright.sync_api import expect

from .conftest import OpenPage, Scheme, lightness

PAGE = "learn/calling-is-not-running/"


def test_figures_can_be_read(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width, java_script_enabled=False).page
    figure = page.locator("figure.proof").first
    code = ".proof-code-line:not([data-folded])"
    for part in (".proof-name", code, ".proof-line", "figcaption"):
        expect(figure.locator(part).first).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_scheme_is_that_of_the_system(open_page: OpenPage, scheme: Scheme) -> None:
    page = open_page(PAGE, color_scheme=scheme, java_script_enabled=False).page
    seen = lightness(page)
    assert seen > 0.8 if scheme == "light" else seen < 0.2


def test_other_pages_are_reached(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width, java_script_enabled=False).page
    page.get_by_role("link", name="Next:").click()
    expect(page.locator("h1")).to_contain_text("Scheduling makes it concurrent")
