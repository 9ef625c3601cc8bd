"""Explains words where they first stand on a page: an extension of Python-Markdown.

The explanations are those of the glossary, which is the only place where they are
written. Without scripts and styles, a word is a link to its entry there.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from proof.site.converted import converted_by

GLOSSARY: Final = "rules/glossary.md"
"""Path below `docs/` of the page that all of them come from."""

# After links of code spans, before an engine resolves links to pages.
_PRIORITY: Final = 11
# They speak of the tooling, to those who know the words.
_EXEMPT: Final = "about/"
# Text that a reader reads in one go, at its full width: an explanation below a line of
# a table would be cut off by the table's edge.
_BLOCKS: Final = {"p", "li", "dd", "ul", "ol", "div"}
_INLINE: Final = {"em", "strong", "p", "li"}
_ENTRY: Final = re.compile(
    r'^(?P<name>\S.*?) \{ #(?P<id>[\w-]+)(?: data-forms="(?P<forms>[^"]*)")? \}\n'
    r":   (?P<text>.*(?:\n    .*)*)",
    re.MULTILINE,
)
_WHERE: Final = re.compile(r"\s*\bSee\s+\[.*", re.DOTALL)
_MARKUP: Final = re.compile(r"`|\*|\[|\]\([^)]*\)")


@dataclass(frozen=True)
class Term:
    """A word of the glossary.

    Attributes:
        name: The word.
        identifier: Its anchor in the glossary.
        forms: How it may be written on a page, in small letters; none where it is not
            to be marked.
        text: What it means, without markup.
    """

    name: str
    identifier: str
    forms: tuple[str, ...]
    text: str


@lru_cache(maxsize=4)
def terms(markdown: str) -> tuple[Term, ...]:
    """The words that a glossary explains.

    An entry is `word { #anchor }` and below it `:   what it means`. Its plural is found
    too; other forms are named in the braces, as in `data-forms="cancels|cancelled"`,
    and with none between the quotes it is not marked at all. What begins with "See" and
    a link is left out of what it means.

    Args:
        markdown: The text of the page.
    """
    return tuple(_term(entry) for entry in _ENTRY.finditer(markdown))


def _term(entry: re.Match[str]) -> Term:
    name, forms = entry["name"].lower(), entry["forms"]
    others = [name, f"{name}s", *(forms.split("|") if forms else [])]
    text = " ".join(_MARKUP.sub("", _WHERE.sub("", entry["text"])).split())
    found = () if forms == "" else tuple(dict.fromkeys(others))
    return Term(entry["name"], entry["id"], found, text)


class GlossaryTerms(Extension):
    """Marks words of the glossary."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take part in a conversion."""
        md.treeprocessors.register(_Marker(md), "proof-glossary", _PRIORITY)


class _Marker(Treeprocessor):
    def run(self, root: Element) -> None:
        """Change the tree of a page."""
        # What blocks of a page print has no first places of its own.
        page = converted_by(self.md) if self.md else None
        if page is None:
            return
        source = page.source
        if source == GLOSSARY or source.startswith(_EXEMPT):
            return
        file = page.docs / GLOSSARY
        if file.is_file():
            link = posixpath.relpath(GLOSSARY, posixpath.dirname(source))
            mark(root, terms(file.read_text("utf-8")), link)


def mark(root: Element, known: Sequence[Term], link: str) -> None:
    """Mark each word where it first stands in a tree of HTML.

    Headings, links, code and tables are left alone.

    Args:
        root: The tree, which is changed.
        known: The words.
        link: Where the glossary is.
    """
    by_form = {form: term for term in known for form in term.forms}
    if not by_form:
        return
    longest_first = sorted(by_form, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])",
        re.IGNORECASE,
    )
    left = {term.identifier for term in known}
    for element in list(_blocks(root)):
        _mark_in(element, pattern, by_form, left, link)


def _blocks(element: Element) -> Iterator[Element]:
    """The elements that hold prose, in order, without what is inside each."""
    for child in element:
        if child.tag in {"p", "li"}:
            yield child
        elif child.tag in _BLOCKS:
            yield from _blocks(child)


def _mark_in(
    element: Element,
    pattern: re.Pattern[str],
    by_form: dict[str, Term],
    left: set[str],
    link: str,
) -> None:
    """Mark words in the text of an element and of those inside it, in order."""

    def split(text: str | None) -> tuple[str | None, list[Element]]:
        """Text up to the first word, and the words with what follows each."""
        if not text:
            return text, []
        before, made, end = text, list[Element](), 0
        for match in pattern.finditer(text):
            term = by_form[match[0].lower()]
            if term.identifier not in left:
                continue
            left.remove(term.identifier)
            between = text[end : match.start()]
            if made:
                made[-1].tail = between
            else:
                before = between
            made.append(_marked(match[0], term, link))
            end = match.end()
        if made:
            made[-1].tail = text[end:]
        return before, made

    children = list(element)
    element.text, made = split(element.text)
    parts = list(made)
    for child in children:
        parts.append(child)
        if child.tag in _INLINE | {"ul", "ol"}:
            _mark_in(child, pattern, by_form, left, link)
        child.tail, made = split(child.tail)
        parts += made
    element[:] = parts


def _marked(word: str, term: Term, link: str) -> Element:
    """A word as a link to its entry, with what it means beside it."""
    identifier = f"term-{term.identifier}"
    whole = Element("span", {"class": "proof-term"})
    anchor = Element(
        "a", {"href": f"{link}#{term.identifier}", "aria-describedby": identifier}
    )
    anchor.text = word
    text = Element(
        "span",
        {
            "class": "proof-term-text",
            "id": identifier,
            "role": "tooltip",
            "data-search-exclude": "",
        },
    )
    text.text = term.text
    whole.extend((anchor, text))
    return whole


def makeExtension(**options: object) -> GlossaryTerms:  # noqa: N802
    """Give Python-Markdown the extension, by the name of this module."""
    return GlossaryTerms(**options)
