"""Every page is built, is valid, and has title, description and language."""

import gzip
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

from .conftest import Document

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def test_every_page_is_built_and_nothing_else(
    documents: dict[str, Document], addresses: list[str]
) -> None:
    assert sorted(documents) == sorted(addresses)


def test_html_is_valid(document: Document) -> None:
    assert document.errors == ()


def test_invalid_html_is_found() -> None:
    valid = "<!doctype html><html><head></head><body>{}</body></html>"
    assert Document.parse("", valid.format("<p>x</p>")).errors == ()
    (error,) = Document.parse("", valid.format("</b>")).errors
    assert error.startswith("1:44 unexpected-end-tag")


def test_ids_are_unique(document: Document) -> None:
    anchors = document.anchors()
    assert anchors
    assert [a for a, count in Counter(anchors).items() if count > 1] == []


def test_language_is_english(document: Document) -> None:
    assert document.root.get("lang") == "en"


def test_there_is_one_main_heading(document: Document) -> None:
    (heading,) = document.elements("h1")
    assert "".join(heading.itertext()).strip()


def test_headings_skip_no_level(document: Document) -> None:
    (article,) = document.elements("article")
    levels = [int(e.tag[1]) for e in article.iter() if e.tag in HEADINGS]
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_titles_are_unique(documents: dict[str, Document]) -> None:
    titles = [_title(document) for document in documents.values()]
    assert all(titles)
    assert [t for t, count in Counter(titles).items() if count > 1] == []


def test_descriptions_are_unique(documents: dict[str, Document]) -> None:
    described = {
        address: meta.get("content", "")
        for address, document in documents.items()
        for meta in document.elements("meta")
        if meta.get("name") == "description"
    }
    assert sorted(described) == sorted(documents)
    assert all(described.values())
    # The 404 page is described by the site itself.
    assert [d for d, count in Counter(described.values()).items() if count > 1] == []


def test_sitemap_names_every_page(
    site: Path, documents: dict[str, Document], addresses: list[str]
) -> None:
    text = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == text
    named = [element.text for element in ET.fromstring(text).iter(LOCATION)]
    base = _canonical(documents[""])
    assert sorted(map(str, named)) == sorted(
        base + address for address in addresses if address != "404.html"
    )


def _title(document: Document) -> str:
    (head,) = document.elements("head")
    (title,) = head.iter("title")
    return "".join(title.itertext()).strip()


def _canonical(document: Document) -> str:
    links = document.elements("link")
    (address,) = (e.attrib["href"] for e in links if e.get("rel") == "canonical")
    return address
