"""What Zensical needs while it converts a page: an extension of Python-Markdown.

It takes every relative address in the HTML of a page for one that leads from the file
of the page, and makes it lead from the page's own folder; MkDocs leaves those alone
that are written as HTML, and pages and their calls write them as MkDocs wants them.
"""

import posixpath
import re
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown_exec import MarkdownConverter

from proof.site.converted import converted_by
from proof.site.evidence.places import page_address
from proof.site.failed_fences import FAILED_FENCES

# Before anything else; and before HTML that was put aside comes back.
_FIRST: Final = 1000
_BEFORE_RAW_HTML: Final = 31
_LAST: Final = -1000
# Relative, and neither a fragment nor a scheme.
_ADDRESS: Final = re.compile(
    r'(?<=\s)(href|src)="(?![#/"]|[a-z][a-z0-9+.-]*:)([^"?#]*)([^"]*)"'
)


_UNSEARCHED: Final = "data-search-exclude"
# Zensical takes the attribute out once its own search has read it.
_KEPT: Final = "data-kept-search-exclude"


class Conversion(Extension):
    """Says which page is converted, and keeps its HTML as it is."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take part in a conversion."""
        md.preprocessors.register(_Page(md), "proof-page", _FIRST)
        md.postprocessors.register(_Addresses(md), "proof-addresses", _BEFORE_RAW_HTML)
        md.postprocessors.register(_Unsearched(md), "proof-unsearched", _LAST)


class _Page(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Note which page it is."""
        page = converted_by(self.md) if self.md else None
        if page:
            FAILED_FENCES.renders(page.source)
            # As for MkDocs: blocks are numbered page by page.
            MarkdownConverter.counter = 0
        return lines


class _Addresses(Postprocessor):
    """Changes each piece of HTML once: headings are finished before their page is."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._md = md
        self._changed = 0

    def run(self, text: str) -> str:
        """Change the addresses in all HTML that was put aside."""
        page = converted_by(self._md)
        if page:
            kept = self._md.htmlStash.rawHtmlBlocks
            for index in range(self._changed, len(kept)):
                html = kept[index]
                if isinstance(html, str):
                    kept[index] = from_source(html, page.source)
            self._changed = len(kept)
        return text


class _Unsearched(Postprocessor):
    def run(self, text: str) -> str:
        """Hide an attribute; `restored` shows it again."""
        return text.replace(_UNSEARCHED, _KEPT)


def restored(html: str) -> str:
    """A page that was built, with what Zensical would have taken out of it."""
    return html.replace(_KEPT, _UNSEARCHED)


def from_source(html: str, source: str) -> str:
    """HTML whose addresses lead from the file of a page instead of from its folder.

    Args:
        html: Any part of the page.
        source: The path of the page below `docs/`.
    """
    folder, own = posixpath.dirname(source), page_address(source)

    def changed(found: re.Match[str]) -> str:
        path, rest = found[2], found[3]
        target = posixpath.normpath(posixpath.join("/", own, path))
        address = posixpath.relpath(target, posixpath.join("/", folder))
        slash = "/" if path.endswith(("/", "..")) else ""
        return f'{found[1]}="{address}{slash}{rest}"'

    return _ADDRESS.sub(changed, html)


def makeExtension(**options: object) -> Conversion:  # noqa: N802
    """Give Python-Markdown the extension, by the name of this module."""
    return Conversion(**options)
