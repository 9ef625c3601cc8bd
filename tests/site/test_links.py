"""Every link of the site resolves."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from proof.lint.python_names import HOME as PYTHON
from proof.lint.python_names import python_names
from proof.site.search import ADDRESS

from .conftest import REDIRECTS, Document

HOME = "http://site.invalid/"
LEADING = ("href", "src", "cite", "action", "data-clipboard-target")


def test_links_and_anchors_resolve(
    document: Document, documents: dict[str, Document], site: Path
) -> None:
    links = list(_links(document))
    assert links
    assert [link for link in links if not _leads(link, document, documents, site)] == []


def test_old_addresses_lead_to_the_new(
    site: Path, documents: dict[str, Document]
) -> None:
    moved = [f for f in site.rglob("*.html") if REDIRECTS in f.read_text("utf-8")]
    assert "coroutines/three-coroutines-one-second" in {
        file.parent.relative_to(site).as_posix() for file in moved
    }
    for file in moved:
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        page = Document.parse(address, file.read_text("utf-8"))
        links = set(_links(page))
        assert len(links) == 1, address
        assert _leads(links.pop(), page, documents, site), address


def test_links_into_pythons_documentation_resolve(
    documents: dict[str, Document],
) -> None:
    every = {link for document in documents.values() for link in _links(document)}
    links = [link for link in every if "//docs.python.org" in link]
    assert len(links) > 50
    assert [link for link in links if not python_names().knows(link)] == []


def test_names_of_python_are_linked(documents: dict[str, Document]) -> None:
    page = documents["learn/time-sleep-or-asyncio-sleep/"]
    links = [
        "".join(element.itertext())
        for element in page.elements("a")
        if element.get("href") == f"{PYTHON}library/asyncio-task.html#asyncio.sleep"
    ]
    assert "asyncio.sleep" in links


def test_search_leads_to_pages(
    site: Path, documents: dict[str, Document], addresses: list[str]
) -> None:
    index = json.loads((site / ADDRESS).read_text("utf-8"))
    pages = [page["address"] for page in index["pages"]]
    anchors = [(number, anchor) for number, anchor, *_ in index["places"]]
    anchors += [(one["page"], one["anchor"]) for one in index["messages"]]
    anchors += [
        (number, answer.rpartition(" #")[2])
        for number, page in enumerate(index["pages"])
        for answer in page["answers"]
        if " #" in answer
    ]
    locations = [f"{pages[number]}#{anchor}".rstrip("#") for number, anchor in anchors]
    home = documents[""]
    assert [x for x in locations if not _leads(x, home, documents, site)] == []
    found = {location.partition("#")[0] for location in locations}
    assert found == {address for address in addresses if address != "404.html"}


def test_every_page_is_reached_from_home(
    documents: dict[str, Document], addresses: list[str]
) -> None:
    reached, waiting = set[str](), {""}
    while waiting:
        address = waiting.pop()
        reached.add(address)
        for link in _links(documents[address]):
            target = _below(urljoin(HOME + address, link))
            if target in documents and target not in reached:
                waiting.add(target)
    assert reached == {address for address in addresses if address != "404.html"}


def test_previous_and_next_lead_through_all_pages(
    documents: dict[str, Document], addresses: list[str]
) -> None:
    address, walked = "", [""]
    while (following := _related(documents[address], "next")) is not None:
        assert _related(documents[following], "prev") == address
        assert following not in walked
        walked.append(following)
        address = following
    assert sorted(walked) == sorted(a for a in addresses if a != "404.html")


def test_what_a_page_calls_next_is_the_next_page(
    documents: dict[str, Document],
) -> None:
    called = {
        document.address: _below(urljoin(HOME + document.address, link.attrib["href"]))
        for document in documents.values()
        for paragraph in document.elements("p")
        if (paragraph.text or "").startswith("Next: ")
        for link in paragraph.findall("a")[:1]
    }
    assert len(called) > 30
    assert called == {
        address: _related(documents[address], "next") for address in called
    }


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("../three-coroutines-one-second/", True),
        ("../three-coroutines-one-second/#the-blocking-twin", True),
        ("#in-practice", True),
        ("", True),
        ("../../assets/site.css", True),
        ("https://docs.python.org/3/", True),
        ("../three-coroutines-two-seconds/", False),
        ("../three-coroutines-one-second/#no-such-section", False),
        ("#no-such-section", False),
        ("../../assets/no-such.css", False),
    ],
)
def test_these_tests_distinguish_good_links_from_bad(
    documents: dict[str, Document], site: Path, link: str, leads: bool
) -> None:
    page = documents["learn/calling-is-not-running/"]
    assert _leads(link, page, documents, site) == leads


def _links(document: Document) -> Iterator[str]:
    for element in document.elements():
        for name in LEADING:
            if name in element.attrib:
                yield element.attrib[name]


def _leads(
    link: str, page: Document, documents: dict[str, Document], site: Path
) -> bool:
    target = urljoin(HOME + page.address, link)
    if not target.startswith(HOME):
        return urlsplit(target).scheme in {"https", "http", "data"}
    address, fragment = _below(target), unquote(urlsplit(target).fragment)
    if address in documents:
        anchors = documents[address].anchors()
        return not fragment or fragment in {"__top", *anchors}
    return not fragment and (site / address).is_file()


def _below(target: str) -> str:
    return unquote(urlsplit(target).path).removeprefix("/")


def _related(document: Document, relation: str) -> str | None:
    for element in document.elements("link"):
        if element.get("rel") == relation:
            return _below(urljoin(HOME + document.address, element.attrib["href"]))
    return None
