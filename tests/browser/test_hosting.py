"""The site as a host serves it: below a folder, with its repository known."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from .conftest import OpenPage


def test_repository_is_linked_and_not_requested(
    open_page: OpenPage, hosted_url: str
) -> None:
    visit = open_page("learn/three-coroutines-one-second/", base_url=hosted_url)
    source = visit.page.locator(".md-header .md-source")
    expect(source).to_be_visible()
    own = urlsplit(hosted_url).netloc
    asked = [r for r in visit.requests if not r.startswith("data:")]
    assert asked
    assert [r for r in asked if urlsplit(r).netloc != own] == []
    assert visit.errors == []


def test_unknown_address_links_to_pages(open_page: OpenPage, hosted_url: str) -> None:
    page = open_page("no/such/page/", base_url=hosted_url).page
    expect(page.locator("h1")).to_have_text("There is no page at this address")
    # So it found its styles.
    expect(page.locator("body")).to_have_css("margin", "0px")
    page.locator("article").get_by_role("link", name="Calling is not running").click()
    expect(page).to_have_url(re.compile("/proof/learn/calling-is-not-running/$"))
    expect(page.locator("h1")).to_contain_text("Calling is not running")


def test_a_reader_runs_a_program_there(open_page: OpenPage, hosted_url: str) -> None:
    visit = open_page("learn/three-coroutines-one-second/", base_url=hosted_url)
    page = visit.page
    # So no header of the host lets memory be shared with workers.
    assert not page.evaluate("crossOriginIsolated")
    figure = page.locator("figure.proof").first
    figure.get_by_role("button", name="Edit and run").click()
    expect(figure.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Control+Enter")
    verdicts = figure.locator(".proof-yours .proof-verdicts")
    expect(verdicts).to_contain_text("Output: as claimed")
    own = urlsplit(hosted_url).netloc
    assert {urlsplit(url).netloc for url in visit.requests} == {own}
