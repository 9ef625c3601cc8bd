"""Links `line 9` to that line of the program above: an extension of Python-Markdown.

The link marks the line in the figure, and needs no script for it.
"""

import re
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from proof.lint.line_numbers import POINTER

# When all figures are in their places.
_PRIORITY: Final = 5
_TAG: Final = re.compile(r"(<[^>]*>)")
_FIGURE: Final = re.compile(r'<figure class="proof[" ][^>]*\bid="([^"]+)"')
_LINE: Final = re.compile(r'<span class="proof-code-line" data-line="(\d+)">')
_NAME: Final = re.compile(r"</?(\w+)")
_UNTOUCHED: Final = {"a", "code", "pre", "h1", "h2", "h3", "summary", "script", "style"}


class LineLinks(Extension):
    """Makes links of numbers of lines."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take part in a conversion."""
        md.postprocessors.register(_Linker(md), "proof-line-links", _PRIORITY)


class _Linker(Postprocessor):
    def run(self, text: str) -> str:
        """Change the HTML of a page."""
        return with_line_links(text) if "proof-code-line" in text else text


def with_line_links(html: str) -> str:
    """A page whose prose leads to the lines of programs that it points at.

    Args:
        html: The page; `line 9` is about the figure above that has a program.
    """
    parts, lines = _TAG.split(html), dict[tuple[str, int], int]()
    figure, last, is_in_figure, inside = "", "", False, list[str]()
    for index, part in enumerate(parts):
        if index % 2:
            name = _NAME.match(part)
            tag = name[1] if name else ""
            if tag == "figure":
                is_in_figure = not part.startswith("</")
            if found := _FIGURE.match(part):
                figure = found[1]
            elif line := _LINE.fullmatch(part):
                last = figure
                lines.setdefault((figure, int(line[1])), index)
            if tag in _UNTOUCHED:
                _follow(inside, tag, is_end=part.startswith("</"))
        elif last and not is_in_figure and not inside:
            parts[index] = POINTER.sub(_Links(parts, lines, last), part)
    return "".join(parts)


def _follow(inside: list[str], tag: str, *, is_end: bool) -> None:
    if not is_end:
        inside.append(tag)
    elif tag in inside:
        inside.remove(tag)


class _Links:
    """Makes links of the numbers in one pointer, and marks what they lead to."""

    def __init__(
        self, parts: list[str], lines: dict[tuple[str, int], int], figure: str
    ) -> None:
        self._parts = parts
        self._lines = lines
        self._figure = figure

    def __call__(self, pointer: re.Match[str]) -> str:
        """The pointer with its links."""
        return re.sub(r"\d+", self._link, pointer[0])

    def _link(self, number: re.Match[str]) -> str:
        index = self._lines.get((self._figure, int(number[0])))
        if index is None:
            return number[0]
        target = f"{self._figure}-line-{number[0]}"
        if " id=" not in self._parts[index]:
            self._parts[index] = self._parts[index].replace(">", f' id="{target}">')
        return f'<a class="proof-line-link" href="#{target}">{number[0]}</a>'


def makeExtension(**options: object) -> LineLinks:  # noqa: N802
    """Give Python-Markdown the extension, by the name of this module."""
    return LineLinks(**options)
