"""The fenced blocks of a Markdown page: what is code, and what of it is executed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent

_OPENING = re.compile(
    r"^ *(?P<fence>`{3,}|~{3,}) *(?P<language>[\w-]*)(?P<rest>[^`]*)$"
)
_LANGUAGES = ("python", "py")
_IS_EXECUTED = re.compile(r"""\bexec=["']?(?:on|true|yes|1)\b""")
_IS_HTML = re.compile(r"""\bhtml=["']?(?:on|true|yes|1)\b""")


@dataclass(frozen=True)
class Fence:
    """One fenced block.

    Attributes:
        start: Index of the line that opens it.
        end: Index of the line after the one that closes it.
        code: What is between them, without common indentation.
        is_executed: Whether markdown-exec executes it as Python.
        is_html: Whether what it prints is taken for HTML.
        is_closed: Whether a line closes it.
    """

    start: int
    end: int
    code: str
    is_executed: bool
    is_html: bool = False
    is_closed: bool = True

    @property
    def first_line(self) -> int:
        """Line of the page in which its code begins, counted from 1."""
        return self.start + 2


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Each fenced block of a page, in order; one within another is part of that.

    Args:
        lines: The lines of the page.
    """
    index = 0
    while index < len(lines):
        opening = _OPENING.match(lines[index])
        if not opening:
            index += 1
            continue
        start, index = index, index + 1
        closing = re.compile(rf"^ *{re.escape(opening['fence'])}[`~]* *$")
        while index < len(lines) and not closing.match(lines[index]):
            index += 1
        code = dedent("\n".join(lines[start + 1 : index]))
        is_python = opening["language"] in _LANGUAGES
        is_executed = is_python and bool(_IS_EXECUTED.search(opening["rest"]))
        is_html = is_executed and bool(_IS_HTML.search(opening["rest"]))
        is_closed = index < len(lines)
        index = min(index + 1, len(lines))
        yield Fence(start, index, code, is_executed, is_html, is_closed)


def without_fences(lines: Sequence[str], *, keep_executed: bool = False) -> list[str]:
    """The lines of a page in which those of its fenced blocks are blank.

    Args:
        lines: The lines of the page.
        keep_executed: Whether blocks that are executed stay as they are.
    """
    kept = list(lines)
    for fence in fences(lines):
        if not (keep_executed and fence.is_executed):
            kept[fence.start : fence.end] = [""] * (fence.end - fence.start)
    return kept
