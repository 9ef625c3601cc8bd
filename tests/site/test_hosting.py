"""A hosting runner says where the site and its source are; the pages use it."""

from pathlib import Path

import html5lib
import pytest

ADDRESS = "https://code.invalid/somebody/proof"
PAGE = "coroutines/three-coroutines-one-second/index.html"


@pytest.fixture(scope="module")
def links(hosted_site: Path) -> dict[str, str]:
    """The links at the first snippet of a page, by their text."""
    text = (hosted_site / PAGE).read_text("utf-8")
    root = html5lib.parse(text, namespaceHTMLElements=False)
    figure = next(root.iter("figure"))
    return {"".join(a.itertext()): a.attrib["href"] for a in figure.iter("a")}


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


def test_not_found_page_works_at_any_depth(hosted_site: Path) -> None:
    text = (hosted_site / "404.html").read_text("utf-8")
    root = html5lib.parse(text, namespaceHTMLElements=False)
    addresses = [e.attrib["href"] for e in root.iter() if "href" in e.attrib]
    addresses += [e.attrib["src"] for e in root.iter("script") if "src" in e.attrib]
    inside = [a for a in addresses if not a.startswith(("#", "https://"))]
    assert [a for a in inside if not a.startswith("/proof/")] == []
    assert "/proof/assets/proof.css" in inside
