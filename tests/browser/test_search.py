"""The search answers what people paste and ask with the page that is about it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

from .accessibility import serious_violations
from .conftest import OpenPage, Scheme

SEARCHES: Final = yaml.safe_load(
    Path(__file__).with_name("searches.yaml").read_text("utf-8")
)
WORD = re.compile(r"[a-z]{6,}")
NOWHERE: Final = 99
# The places of the expected pages among the pages that are found, counted from 1.
PLACES: Final = """
async searches => {
  const { finder } = await import(new URL("assets/search/load.js", document.baseURI));
  const found = await finder();
  return searches.map(({ text, pages }) => {
    const results = found.find(text, { isTyping: true });
    const seen = new Set(results.map(({ page }) => found.index.pages[page].address));
    return [...seen].findIndex(address => pages.includes(address)) + 1;
  });
}
"""
TRACEBACK: Final = """\
Traceback (most recent call last):
  File "/srv/app.py", line 3, in serve
    return asyncio.run(answer())
RuntimeError: asyncio.run() cannot be called from a running event loop
"""


@dataclass(frozen=True)
class Printed:
    """A word that no page and no program holds, and the snippet that printed it."""

    word: str
    snippet: str


@pytest.fixture
def printed(project: Project, runs: dict[str, Run]) -> Printed:
    written = "\n".join(page.read_text("utf-8") for page in project.docs.rglob("*.md"))
    snippets = [Snippet.load(project, name) for name in project.snippet_names()]
    coded = "\n".join("\n".join(snippet.code) for snippet in snippets)
    known = (written + coded).lower()
    for name, run in runs.items():
        for word in WORD.findall("\n".join(line.text for line in run.lines).lower()):
            # Words with the same beginning may be one word to the search.
            if word[:5] not in known:
                return Printed(word, name)
    pytest.fail("no program prints a word that is nowhere else")


@pytest.mark.parametrize("kind", ["messages", "questions"])
def test_right_page_comes_first(looking: Page, kind: str) -> None:
    """For nine of ten, and among the first three for all."""
    looking.goto("")
    searches = SEARCHES[kind]
    ranks = looking.evaluate(PLACES, searches)
    ranked = [
        (rank or NOWHERE, search["text"])
        for rank, search in zip(ranks, searches, strict=True)
    ]
    assert len(ranked) >= 40
    assert [one for one in ranked if one[0] > 3] == []
    others = [one for one in ranked if one[0] > 1]
    assert len(others) <= len(ranked) / 10, others


def test_nothing_is_loaded_before_the_first_search(open_page: OpenPage) -> None:
    visit = open_page("rules/messages/")
    visit.page.wait_for_load_state("networkidle")
    asked = [url for url in visit.requests if "/search" in url]
    assert asked == []
    field = visit.page.get_by_label("Paste your message here")
    with visit.page.expect_response("**/assets/search/index.json"):
        field.focus()


def test_pasted_traceback_leads_to_its_message(
    open_page: OpenPage, seen_as: tuple[int, Scheme]
) -> None:
    visit = open_page("", width=seen_as[0], color_scheme=seen_as[1])
    page = visit.page
    page.keyboard.press("/")
    field = page.get_by_role("dialog", name="Search").get_by_role("textbox")
    expect(field).to_be_focused()
    # As a finger or a mouse pastes: no key is pressed.
    page.keyboard.insert_text(TRACEBACK)
    assert field.input_value() == TRACEBACK
    first = hits(page).first
    expect(first).to_contain_text("cannot be called from a running event loop")
    expect(page.locator("dialog [role=status]")).to_have_text(
        re.compile(r"^\d+ results$")
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= seen_as[0]
    assert serious_violations(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#run-in-running-loop")).to_be_in_viewport()
    assert visit.errors == []


def test_arrows_walk_through_the_results(open_page: OpenPage) -> None:
    page = open_page("").page
    page.keyboard.press("s")
    field = page.get_by_role("dialog").get_by_role("textbox")
    field.press_sequentially("timeout")
    expect(hits(page).nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hits(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_button_opens_it(open_page: OpenPage, width: int) -> None:
    page = open_page("learn/recap/", width=width).page
    page.get_by_role("button", name="Search, or paste a message").click()
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    page.get_by_role("button", name="Close the search").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_field_in_a_page_finds_too(open_page: OpenPage, width: int) -> None:
    visit = open_page("rules/messages/", width=width)
    page = visit.page
    page.get_by_label("Paste your message here").fill(
        "TypeError: object ClientResponse can't be used in 'await' expression"
    )
    first = hits(page).first
    expect(first).to_have_attribute(
        "href", re.compile(r"/awaiting/#cannot-be-awaited$")
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert serious_violations(page) == []
    assert visit.errors == []


def test_printed_word_finds_its_program(open_page: OpenPage, printed: Printed) -> None:
    page = open_page("").page
    search(page, printed.word)
    hits(page).first.click()
    shown = page.locator(f'figure[data-snippet="{printed.snippet}"]')
    expect(shown).to_have_count(1)


def test_unknown_word_is_not_found(open_page: OpenPage) -> None:
    page = open_page("").page
    search(page, "xyzzyplugh")
    status = page.locator("dialog [role=status]")
    expect(status).to_contain_text("Nothing was found")
    expect(hits(page)).to_have_count(0)


def test_without_scripts_it_says_so(open_page: OpenPage, width: int) -> None:
    page = open_page("rules/messages/", width=width, java_script_enabled=False).page
    for sentence in (".proof-search-none", ".proof-lookup noscript p"):
        expect(page.locator(sentence)).to_be_visible()
        expect(page.locator(sentence)).to_contain_text("The search needs scripts")
    expect(page.locator(".proof-search-open")).to_be_hidden()


def hits(page: Page) -> Locator:
    """What was found, as links."""
    return page.locator(".proof-hit")


def search(page: Page, words: str) -> None:
    """Type words into the search."""
    page.keyboard.press("s")
    field = page.get_by_role("dialog").get_by_role("textbox")
    expect(field).to_be_focused()
    field.press_sequentially(words)
