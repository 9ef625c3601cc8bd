"""Links `line 9` to that line of the program above: an extension of Python-Markdown.

A paragraph that ends with a colon before a figure is about the program in that one. The
link marks the line in the figure, and needs no script for it.
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
        html: The page; `line 9` is about the figure above that has a program, or about
            the one to which its paragraph leads over.
    """
    parts, is_in_figure, inside = _TAG.split(html), False, list[str]()
    lines, about = _lines(parts), _programs(parts)
    for index, part in enumerate(parts):
        if index % 2:
            tag = _tag(part)
            if tag == "figure":
                is_in_figure = not part.startswith("</")
            if tag in _UNTOUCHED:
                _follow(inside, tag, is_end=part.startswith("</"))
        elif about[index] and not is_in_figure and not inside:
            parts[index] = POINTER.sub(_Links(parts, lines, about[index]), part)
    return "".join(parts)


def _tag(part: str) -> str:
    name = _NAME.match(part)
    return name[1] if name else ""


def _lines(parts: list[str]) -> dict[tuple[str, int], int]:
    """Where the lines of programs begin, by figure and number."""
    figure, lines = "", dict[tuple[str, int], int]()
    for index, part in enumerate(parts):
        if found := _FIGURE.match(part):
            figure = found[1]
        elif line := _LINE.fullmatch(part):
            lines.setdefault((figure, int(line[1])), index)
    return lines


def _programs(parts: list[str]) -> list[str]:
    """The figure whose program each part of a page is about; empty above the first."""
    about, figure, above = list[str](), "", ""
    begin, lead = 0, slice(0)
    for index, part in enumerate(parts):
        if found := _FIGURE.match(part):
            figure = found[1]
            about[lead] = [figure] * len(about[lead])
        elif _LINE.fullmatch(part):
            above = figure
        about.append(above)
        if part.startswith("</p>") and parts[index - 1].rstrip().endswith(":"):
            lead = slice(begin, index)
        elif part.strip():
            lead = slice(0)
        if _tag(part) == "p" and not part.startswith("</"):
            begin = index
    return about


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
