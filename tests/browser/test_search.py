"""The search finds what programs printed, not only what was written about them."""

import re
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

from .accessibility import serious_violations
from .conftest import OpenPage, Scheme

# Else its index is empty.
SEARCHED: Final[dict[str, object]] = {"extra_http_headers": {}}
WORD = re.compile(r"[a-z]{6,}")


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
            if word not in known:
                return Printed(word, name)
    pytest.fail("no program prints a word that is nowhere else")


def test_printed_word_finds_its_figure(
    open_page: OpenPage, printed: Printed, seen_as: tuple[int, Scheme]
) -> None:
    visit = open_page("", width=seen_as[0], color_scheme=seen_as[1], **SEARCHED)
    page = visit.page
    search(page, printed.word)
    word = re.compile(printed.word, re.IGNORECASE)
    result = page.locator(".md-search-result__link").filter(has_text=word).first
    expect(result).to_be_visible()
    assert serious_violations(page) == []
    result.click()
    figure = page.locator(f'figure[data-snippet="{printed.snippet}"]')
    marked = figure.locator(".proof-output mark").first
    expect(marked).to_have_text(word)
    assert serious_violations(page) == []
    assert visit.errors == []


def test_unknown_word_is_not_found(open_page: OpenPage) -> None:
    page = open_page("", **SEARCHED).page
    search(page, "xyzzyplugh")
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "No matching documents"
    )


@pytest.mark.parametrize(
    ("words", "page_address"),
    [
        ("gather", "learn/three-coroutines-one-second/"),
        ("never awaited", "rules/messages/tasks/"),
        ("asyncio.sleep", "learn/time-sleep-or-asyncio-sleep/"),
    ],
)
def test_common_searches_find_their_page(
    open_page: OpenPage, words: str, page_address: str
) -> None:
    page = open_page("", **SEARCHED).page
    search(page, words)
    leading = page.locator(f'.md-search-result__link[href*="{page_address}"]')
    expect(leading.first).to_be_visible()


def search(page: Page, words: str) -> None:
    """Type words into the search."""
    page.keyboard.press("s")
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    field.press_sequentially(words)
