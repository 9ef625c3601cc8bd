"""What changed, as an Atom feed (RFC 4287), from the page that lists it."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

CHANGES: Final = "about/changes.md"
"""Path below `docs/` of the page that lists what changed."""
_ENTRY: Final = re.compile(
    r"^## (?P<date>\d{4}-\d{2}-\d{2}): (?P<title>.+?) \{ #(?P<anchor>[\w-]+) \}\n"
    r"(?P<text>(?:(?!## ).*\n?)*)",
    re.MULTILINE,
)
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def feed(changes: str, name: str, address: str) -> str:
    """The feed as XML.

    Args:
        changes: Markdown in which each change, newest first, is its text below a
            heading such as `## 2026-11-28: A search that finds { #search }`.
        name: What the site is called.
        address: Where it is, ending with a slash.
    """
    page = f"{address}{CHANGES.removesuffix('.md')}/"
    entries = list(_ENTRY.finditer(changes))
    root = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _text(root, "title", name)
    _text(root, "id", address)
    _text(
        root, "updated", f"{entries[0]['date'] if entries else '1970-01-01'}T00:00:00Z"
    )
    SubElement(root, "link", href=page)
    SubElement(root, "link", rel="self", href=f"{address}feed.xml")
    SubElement(SubElement(root, "author"), "name").text = name
    root.extend(_entries(entries, page))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "unicode") + "\n"


def _entries(entries: list[re.Match[str]], page: str) -> Iterator[Element]:
    for found in entries:
        entry = Element("entry")
        where = f"{page}#{found['anchor']}"
        _text(entry, "title", found["title"])
        _text(entry, "id", where)
        _text(entry, "updated", f"{found['date']}T00:00:00Z")
        SubElement(entry, "link", href=where)
        _text(entry, "summary", " ".join(_LINK.sub(r"\1", found["text"]).split()))
        yield entry


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
