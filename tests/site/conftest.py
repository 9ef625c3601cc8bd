"""The built pages, parsed once."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import html5lib
import pytest


@dataclass(frozen=True)
class Document:
    """A page of the built site.

    Attributes:
        address: Where it stands below the site.
        text: Its HTML.
        root: The same as a tree.
    """

    address: str
    text: str
    root: ET.Element

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
    """Every page of the built site, by its address."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        text = file.read_text("utf-8")
        root = html5lib.parse(text, namespaceHTMLElements=False)
        found[address] = Document(address, text, root)
    return found


@pytest.fixture
def document(documents: dict[str, Document], address: str) -> Document:
    """One page of the built site."""
    return documents[address]
