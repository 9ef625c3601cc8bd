"""Lines of programs that prose points at."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from proof.errors import ProofError
from proof.lint.pages import Page
from proof.lint.prose import Paragraph, paragraphs
from proof.lint.references import FIGURES
from proof.snippets.snippet import Snippet

POINTER: Final = re.compile(r"\b[Ll]ines?\s+(\d+(?:(?:\s*,\s*|\s+(?:and|to)\s+)\d+)*)")
"""`line 9`, `lines 9 and 12`, `lines 9 to 12`; the numbers are in the first group."""
_FENCE: Final = "```"
# These point at lines of files of all kinds.
_EXEMPT: Final = "about/"


def line_number_errors(
    page: Page, snippets: Mapping[str, Snippet]
) -> Iterator[ProofError]:
    """One error for each line that the program meant does not have.

    It is the one above, or the one below if the paragraph ends with a colon before it.

    Args:
        page: The page.
        snippets: All snippets, by name.
    """
    if page.source.startswith(_EXEMPT):
        return
    for paragraph in paragraphs(page.text):
        for pointer in POINTER.finditer(paragraph.text):
            place = paragraph.line_of(pointer.start())
            shown = _shown(page, snippets, paragraph, place)
            if shown is None:
                continue
            lines = range(shown.first_line, shown.first_line + len(shown.code))
            for number in map(int, re.findall(r"\d+", pointer[1])):
                if number not in lines or not shown.lines[number - 1].strip():
                    yield ProofError(
                        f"it points at line {number}, and {shown.path}, the program "
                        f"meant, has nothing there; its lines are {lines[0]} to "
                        f"{lines[-1]}",
                        page.path,
                        place,
                    )


def _shown(
    page: Page, snippets: Mapping[str, Snippet], paragraph: Paragraph, line: int
) -> Snippet | None:
    """The program that a line of a paragraph is about, if there is one."""
    shown = [
        (one.line, snippets[one.snippet])
        for one in page.references
        if one.call in FIGURES and one.snippet in snippets
    ]
    begin, end = _block_after(page, paragraph)
    if paragraph.text.rstrip().endswith(":"):
        for place, snippet in shown:
            if begin < place < end:
                return snippet
    above = [snippet for place, snippet in shown if place < line]
    return above[-1] if above else None


def _block_after(page: Page, paragraph: Paragraph) -> tuple[int, int]:
    """First and last line of the code block that follows a paragraph; empty without."""
    lines = page.text.splitlines()
    begin = paragraph.first_line + paragraph.text.count("\n") + 1
    while begin <= len(lines) and not lines[begin - 1].strip():
        begin += 1
    if begin > len(lines) or not lines[begin - 1].startswith(_FENCE):
        return begin, begin
    end = begin + 1
    while end < len(lines) and not lines[end - 1].startswith(_FENCE):
        end += 1
    return begin, end
