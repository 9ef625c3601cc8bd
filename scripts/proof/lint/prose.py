"""The prose of a Markdown page: its paragraphs, without what is code or markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from proof.lint.fences import without_fences

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<=\])(\([^()\s]*\)|: +\S+)")


@dataclass(frozen=True)
class Paragraph:
    """Lines of a page between two blank ones.

    Attributes:
        first_line: Line of the page in which it begins, counted from 1.
        text: Its words; in the place of every code span, address, tag and comment
            are as many blanks.
        markdown: All that is written there; a character of `text` is at its place.
        comments: What is in its HTML comments.
        addresses: Where outside the site its links lead.
    """

    first_line: int
    text: str
    markdown: str
    comments: tuple[str, ...]
    addresses: tuple[str, ...] = ()

    def line_of(self, position: int) -> int:
        """Line of the page in which a character of `text` is."""
        return self.first_line + self.text.count("\n", 0, position)


def paragraphs(page: str) -> Iterator[Paragraph]:
    """The paragraphs of a page, without front matter and fenced blocks.

    Args:
        page: Its Markdown.
    """
    lines = page.splitlines()
    end = _end_of_front_matter(lines)
    lines = without_fences([*[""] * end, *lines[end:]])
    start = 0
    for index, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        if start < index:
            yield _paragraph(start + 1, "\n".join(lines[start:index]))
        start = index + 1


def _end_of_front_matter(lines: list[str]) -> int:
    if not lines or lines[0].rstrip() != "---":
        return 0
    ends = (n for n, line in enumerate(lines[1:], 2) if line.rstrip() == "---")
    return next(ends, 0)


def _paragraph(first_line: int, markdown: str) -> Paragraph:
    # Code first: a comment or a tag within it is none.
    markdown = unescape(markdown)
    text = _CODE_SPAN.sub(_blanks, markdown)
    comments = tuple(found[4:-3].strip() for found in _COMMENT.findall(text))
    addresses = tuple(
        address
        for found in _ADDRESS.findall(text)
        if (address := found.strip(": ()")).startswith("https://")
    )
    for markup in (_COMMENT, _ADDRESS, _TAG):
        text = markup.sub(_blanks, text)
    return Paragraph(first_line, text, markdown, comments, addresses)


def _blanks(match: re.Match[str]) -> str:
    return re.sub(".", " ", match[0])
