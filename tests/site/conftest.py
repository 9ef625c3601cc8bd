"""The built pages, parsed once per worker."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import html5lib
import pytest

# What a page has that is not there any more.
REDIRECTS = 'http-equiv="refresh"'


@dataclass(frozen=True)
class Document:
    """A page of the built site.

    Attributes:
        address: Below the address of the site.
        text: Its HTML.
        root: The same as a tree.
        errors: What is wrong with the HTML.
    """

    address: str
    text: str
    root: ET.Element
    errors: tuple[str, ...] = ()

    @classmethod
    def parse(cls, address: str, text: str) -> "Document":
        """Parse a page, strictly."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        root = parser.parse(text)
        lines = text.splitlines()
        errors = (
            f"{line}:{column} {code}: {lines[line - 1][:120]}"
            for (line, column), code, _ in parser.errors
        )
        return cls(address, text, root, tuple(errors))

    def elements(self, *names: str) -> Iterator[ET.Element]:
        """Its elements of these names, in order; all if none is given."""
        return (e for e in self.root.iter() if not names or e.tag in names)

    def with_class(self, name: str) -> list[ET.Element]:
        """Its elements of a class."""
        return [e for e in self.elements() if name in e.get("class", "").split()]

    def anchors(self) -> list[str]:
        """Every id in it."""
        return [e.attrib["id"] for e in self.elements() if "id" in e.attrib]


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Document]:
    """Every page of the built site that has a place in it, by its address."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        if file.is_relative_to(site / "assets"):
            continue
        text = file.read_text("utf-8")
        if REDIRECTS not in text:
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            found[address] = Document.parse(address, text)
    return found


@pytest.fixture
def document(documents: dict[str, Document], address: str) -> Document:
    """One page of the built site."""
    return documents[address]


@pytest.fixture(scope="session")
def figures_of(documents: dict[str, Document]) -> dict[str, list[ET.Element]]:
    """The figures of each snippet, on whatever pages, by the snippet's name.

    Without its counter-proofs, which have output and timeline of their own.
    """
    found: dict[str, list[ET.Element]] = {}
    for document in documents.values():
        for element in document.elements("figure"):
            name = element.get("data-snippet", "")
            found.setdefault(name, []).append(_without_counter_proofs(element))
    return found


def _without_counter_proofs(figure: ET.Element) -> ET.Element:
    own = copy(figure)
    own[:] = [part for part in figure if part.get("class") != "proof-break"]
    return own
