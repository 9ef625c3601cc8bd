"""Everything is printed, and nothing is cut off."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage, Visit, act, show_as

# A4 without its margins, in CSS pixels.
PAPER_WIDTH = 680
CUT_OFF = """
() => {
  const wide = document.documentElement.clientWidth;
  const lines = [...document.querySelectorAll("article pre code, article td")]
    .filter(element => element.checkVisibility());
  return lines.flatMap(element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const right = Math.max(...[...range.getClientRects()].map(box => box.right));
    const clips = [];
    for (let e = element; e; e = e.parentElement)
      if (getComputedStyle(e).overflowX != "visible") clips.push(e);
    const room = Math.min(wide, ...clips.map(e => e.getBoundingClientRect().right));
    const text = element.innerText.slice(0, 40);
    return right > room + 1 ? [`${right - room} px of ${text}`] : [];
  });
}
"""
# Of a program that differs by version, the chosen one. What an exercise shows on demand
# alone, its solution first of all, is not on paper either, nor what breaks a program,
# nor the programs that get a message and do not. A lane has a name for each width.
UNSEEN = """
() => [...document.querySelectorAll(
  "figure.proof :is(span.proof-name, .proof-code-line, .proof-line, figcaption)"
)].filter(element => !element.closest(
  ".proof-exercise details, .proof-break, .proof-program"
))
.filter(element => element.closest(".proof-version")?.checkVisibility() ?? true)
.filter(element => !element.checkVisibility({
  opacityProperty: true, visibilityProperty: true
})).map(element => element.className)
"""
VERSIONS_SHOWN = """
() => [...document.querySelectorAll(".proof-versions")].map(choice =>
  [...choice.querySelectorAll(".proof-version")].filter(v => v.checkVisibility()).length
)
"""
FIGURE = re.compile(r"<(figure|details)\b.*?</\1>", re.DOTALL)
# Others have widths that only their page gives them; those are printed.
TABLE = re.compile('<table(?:>| class="proof-choices).*?</table>', re.DOTALL)
ARTICLE = re.compile("(?<=<h1)(.*?</h1>).*(?=</article>)", re.DOTALL)
FRAME = ".md-header, .md-tabs, .md-sidebar, .md-footer__inner, .md-code__nav"


# The pages whose styles are those of all.
@pytest.fixture
def printed(opened: Visit) -> Page:
    """A page as it is laid out for paper."""
    return show_as(opened, PAPER_WIDTH, "dark", media="print")


def test_everything_is_printed(printed: Page) -> None:
    assert printed.evaluate(CUT_OFF) == []
    assert printed.evaluate(UNSEEN) == []
    assert {*printed.evaluate(VERSIONS_SHOWN)} <= {1}
    expect(printed.locator("h1")).to_be_visible()
    for part in printed.locator(FRAME).all():
        expect(part).to_be_hidden()


def test_tables_of_all_pages_fit_on_paper(open_page: OpenPage, site: Path) -> None:
    texts = (page.read_text("utf-8") for page in sorted(site.rglob("index.html")))
    pages = (FIGURE.sub("", text) for text in texts)
    tables = "".join(table for page in pages for table in TABLE.findall(page))
    visit = open_page("about/changes/", edit=lambda page: _with_content(page, tables))
    printed = show_as(visit, PAPER_WIDTH, "dark", media="print")
    assert printed.locator("article table").count() > 20
    assert printed.evaluate(CUT_OFF) == []


def _with_content(page: str, content: str) -> str:
    """A page with other content below its heading."""
    edited, found = ARTICLE.subn(lambda match: match[1] + content, page)
    assert found == 1
    return edited


def test_what_is_there_on_demand_is_not_printed(open_page: OpenPage) -> None:
    page = open_page("learn/three-coroutines-one-second/").page
    act(page)
    page.emulate_media(media="print")
    page.evaluate("void dispatchEvent(new Event('beforeprint'))")
    for name in ("facts", "break", "now", "solution"):
        folded = page.locator(f"details.proof-{name}").first
        # By the theme, which cannot know what is for paper.
        expect(folded).to_have_attribute("open", "")
        expect(folded).to_be_hidden()


def test_the_cheat_sheet_is_one_sheet_of_a4(opener: Page) -> None:
    opener.goto("rules/cheat-sheet/")
    printed = opener.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
