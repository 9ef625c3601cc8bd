"""Every page, narrow and wide, light and dark."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from .accessibility import serious_violations
from .conftest import (
    PAGES_OF_EVIDENCE,
    PAGES_WITH_ALL_STYLES,
    WAYS,
    Scheme,
    Visit,
    lightness,
    show_as,
)

CLASSES_OF_HTML = re.compile(
    r'<(?!(?:svg|g|rect|circle|line|path|text|tspan)\b)\w+\s[^>]*?\bclass="([^"]*)"'
)

# A line wraps or scrolls inside its pane; a pane stays inside its figure.
PANES_THAT_STICK_OUT = """
() => [...document.querySelectorAll("figure.proof")].flatMap(figure => {
  const room = figure.getBoundingClientRect();
  return [...figure.querySelectorAll(
    ".proof-head, .proof-source, .proof-output, pre, code, figcaption, p"
  )].filter(pane => pane.checkVisibility()).filter(pane => {
    const box = pane.getBoundingClientRect();
    return box.left < room.left - 1 || box.right > room.right + 1;
  }).map(pane => figure.id + " " + pane.className);
})
"""
LINES_OUT_OF_REACH = """
() => [...document.querySelectorAll("figure.proof pre > code")].filter(code => {
  const scrolls = ["auto", "scroll"].includes(getComputedStyle(code).overflowX);
  return code.scrollWidth > code.clientWidth && !scrolls;
}).map(code => code.closest("figure").id)
"""
SMALL_TEXT = """
() => [...document.querySelectorAll("article *")].filter(element =>
  [...element.childNodes].some(node => node.nodeType == 3 && node.data.trim())
  && element.checkVisibility()
  && parseFloat(getComputedStyle(element).fontSize)
    // In the small pictures that open the site only the lengths speak.
    < (element.matches(".proof-timeline:not(.proof-side *) text") ? 12 : 10)
  // What takes no room in a figure is there to be copied.
  && parseFloat(getComputedStyle(element).fontSize) > 0
).map(element => element.outerHTML.slice(0, 80))
"""


def test_no_error_is_reported(opened: Visit) -> None:
    assert opened.errors == []


def test_no_other_host_is_asked(opened: Visit, site_url: str) -> None:
    assert len(opened.requests) > 3
    own = urlsplit(site_url).netloc
    asked = [r for r in opened.requests if not r.startswith("data:")]
    assert [r for r in asked if urlsplit(r).netloc != own] == []


def test_ids_are_unique_with_what_scripts_add(opened: Visit) -> None:
    ids = opened.page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert ids
    assert [one for one, count in Counter(ids).items() if count > 1] == []


def test_nothing_overflows_sideways(sized: Page, width: int) -> None:
    assert sized.evaluate("document.scrollingElement.scrollWidth") <= width
    assert sized.evaluate("window.innerWidth") == width


def test_panes_stay_inside_their_figure(sized: Page) -> None:
    assert sized.evaluate(PANES_THAT_STICK_OUT) == []
    assert sized.evaluate(LINES_OUT_OF_REACH) == []


def test_text_is_large_enough(sized: Page) -> None:
    assert sized.evaluate(SMALL_TEXT) == []


def test_scheme_is_that_of_the_system(coloured: Page, scheme: Scheme) -> None:
    seen = lightness(coloured)
    assert seen > 0.8 if scheme == "light" else seen < 0.2


def test_axe_finds_nothing_serious(opened: Visit, address: str) -> None:
    # All pages share their styles: those that have all of them between them are
    # checked in both ways, and of others, as they are just shown, all but figures and
    # matters of style.
    if address in PAGES_WITH_ALL_STYLES:
        for way in WAYS:
            assert serious_violations(show_as(opened, *way)) == []
    else:
        found = serious_violations(opened.page, without="figure.proof", colours=False)
        assert found == []


def test_styles_of_all_pages_are_in_those_that_are_checked_in_both_ways(
    site: Path,
) -> None:
    checked = [*PAGES_WITH_ALL_STYLES, *PAGES_OF_EVIDENCE]
    found = _classes(site / address / "index.html" for address in checked)
    assert found
    assert _classes(site.rglob("*.html")) - found == set()


def _classes(pages: Iterable[Path]) -> set[str]:
    """The classes in the articles of pages, but for the short ones of Pygments.

    Which are in a picture depends on how fast the machine is.
    """
    texts = (page.read_text("utf-8") for page in pages)
    articles = (re.search("<article.*?</article>", t, re.DOTALL) for t in texts)
    values = (CLASSES_OF_HTML.findall(a[0]) for a in articles if a)
    names = (name for value in values for text in value for name in text.split())
    return {name for name in names if len(name) > 2}
