"""Lines of programs that prose points at."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from proof.errors import ProofError
from proof.lint.fences import Fence, fences
from proof.lint.pages import Page
from proof.lint.prose import Paragraph, paragraphs
from proof.lint.references import FIGURES
from proof.snippets.snippet import Snippet

POINTER: Final = re.compile(r"\b[Ll]ines?\s+(\d+(?:(?:\s*,\s*|\s+(?:and|to)\s+)\d+)*)")
"""`line 9`, `lines 9 and 12`, `lines 9 to 12`; the numbers are in the first group."""
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
    leads_on = paragraph.text.rstrip().endswith(":")
    if leads_on and (fence := _fence_after(page, paragraph)):
        for place, snippet in shown:
            if fence.first_line <= place < fence.end:
                return snippet
    above = [snippet for place, snippet in shown if place < line]
    return above[-1] if above else None


def _fence_after(page: Page, paragraph: Paragraph) -> Fence | None:
    """The fenced block that is next to a paragraph, below it, if there is one."""
    lines = page.text.splitlines()
    below = paragraph.first_line + paragraph.text.count("\n")
    after = (fence for fence in fences(lines) if fence.start >= below)
    fence = next(after, None)
    return fence if fence and not "".join(lines[below : fence.start]).strip() else None
