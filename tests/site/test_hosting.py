"""A hosting runner says where the site and its source are; the pages use it."""

import re
from pathlib import Path

import html5lib
import pytest

ADDRESS = "https://code.invalid/somebody/proof"
SITE = "https://docs.invalid/proof/"
PAGE = "learn/three-coroutines-one-second/index.html"


@pytest.fixture(scope="module")
def links(hosted_site: Path) -> dict[str, str]:
    """The links in the head of the first snippet of a page, by their text."""
    text = (hosted_site / PAGE).read_text("utf-8")
    root = html5lib.parse(text, namespaceHTMLElements=False)
    heads = (e for e in root.iter("span") if e.get("class") == "proof-links")
    return {"".join(a.itertext()): a.attrib["href"] for a in next(heads).iter("a")}


def test_source_can_be_viewed_and_edited(links: dict[str, str]) -> None:
    path = "main/snippets/coroutines/three_counts_take_one_second.py"
    assert list(links) == ["Download", "View", "Edit"]
    assert links["View"] == f"{ADDRESS}/blob/{path}"
    assert links["Edit"] == f"{ADDRESS}/edit/{path}"


def test_header_leads_to_the_repository(hosted_site: Path) -> None:
    text = (hosted_site / PAGE).read_text("utf-8")
    root = html5lib.parse(text, namespaceHTMLElements=False)
    sources = [a for a in root.iter("a") if a.get("class") == "md-source"]
    assert sources
    assert {a.attrib["href"] for a in sources} == {ADDRESS}


def test_search_engines_are_told_the_address_of_every_page(
    hosted_site: Path, addresses: list[str]
) -> None:
    named = html5lib.parse(
        (hosted_site / "sitemap.xml").read_text("utf-8"), namespaceHTMLElements=False
    ).iter("loc")
    pages = {f"{SITE}{address}" for address in addresses if address.endswith("/")}
    assert {("".join(one.itertext())) for one in named} == pages | {SITE}


def test_a_page_says_what_its_address_is(hosted_site: Path) -> None:
    text = (hosted_site / PAGE).read_text("utf-8")
    root = html5lib.parse(text, namespaceHTMLElements=False)
    (canonical,) = (e for e in root.iter("link") if e.get("rel") == "canonical")
    assert canonical.attrib["href"] == f"{SITE}{PAGE.removesuffix('index.html')}"


def test_no_page_names_this_machine(hosted_site: Path) -> None:
    pages = [*hosted_site.rglob("*.html"), hosted_site / "sitemap.xml"]
    named = (
        address
        for page in pages
        for address in re.findall(
            r'(?:href|content|src)="(http://(?:127|localhost)[^"]*)', page.read_text()
        )
    )
    assert list(named) == []


def test_not_found_page_works_at_any_depth(hosted_site: Path) -> None:
    text = (hosted_site / "404.html").read_text("utf-8")
    root = html5lib.parse(text, namespaceHTMLElements=False)
    addresses = [e.attrib["href"] for e in root.iter() if "href" in e.attrib]
    addresses += [e.attrib["src"] for e in root.iter("script") if "src" in e.attrib]
    inside = [a for a in addresses if not a.startswith(("#", "https://"))]
    assert [a for a in inside if not a.startswith("/proof/")] == []
    assert "/proof/assets/site.css" in inside
