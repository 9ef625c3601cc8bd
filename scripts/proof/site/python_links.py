"""Links names of Python's documentation: an extension of Python-Markdown.

A code span such as `asyncio.sleep` or `asyncio.sleep()` leads to what explains it
there; the first one in a section does, so that prose stays calm. Addresses come from
lists, not from the network.
"""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from proof.lint.python_names import PythonNames, python_names

# After code spans are made, before what is indented and numbered.
_PRIORITY: Final = 12
_HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SECTIONS: Final = {"h1", "h2"}
_UNTOUCHED: Final = {"a", "pre", "summary", *_HEADINGS}


class PythonLinks(Extension):
    """Makes links of code spans."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take part in a conversion."""
        linker = _Linker(md, python_names())
        md.treeprocessors.register(linker, "proof-python-links", _PRIORITY)


class _Linker(Treeprocessor):
    """Puts links around code spans, section by section."""

    def __init__(self, md: Markdown, names: PythonNames) -> None:
        super().__init__(md)
        self._markdown = md
        self._names = names

    def run(self, root: Element) -> None:
        """Change the tree of a page."""
        linked = set[str]()
        for parent, index in list(_spans(root)):
            if index < 0:
                linked.clear()
                continue
            span = parent[index]
            address = self._names.address(self._text(span))
            if address and address not in linked:
                linked.add(address)
                parent[index] = _link(span, address)

    def _text(self, span: Element) -> str:
        text = span.text or ""
        kept = HTML_PLACEHOLDER_RE.fullmatch(text)
        if not kept:
            return text
        # Some extensions put what is in a code span aside, as HTML.
        return str(self._markdown.htmlStash.rawHtmlBlocks[int(kept[1])])


def _spans(element: Element) -> Iterator[tuple[Element, int]]:
    """Each code span that may be a link, as a place in its parent.

    Where a section begins, there is one with the index -1.
    """
    for index, child in enumerate(element):
        if child.tag in _SECTIONS:
            yield child, -1
        if child.tag == "code":
            yield element, index
        elif child.tag not in _UNTOUCHED:
            yield from _spans(child)


def _link(span: Element, address: str) -> Element:
    link = Element("a", href=address)
    link.tail, span.tail = span.tail, None
    link.append(span)
    return link


def makeExtension(**options: object) -> PythonLinks:  # noqa: N802
    """Give Python-Markdown the extension, by the name of this module."""
    return PythonLinks(**options)
