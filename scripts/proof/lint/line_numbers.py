"""Lines of programs that prose points at."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from proof.errors import ProofError
from proof.lint.pages import Page
from proof.lint.prose import paragraphs
from proof.lint.references import FIGURES
from proof.snippets.snippet import Snippet

POINTER: Final = re.compile(r"\b[Ll]ines?\s+(\d+(?:(?:\s*,\s*|\s+(?:and|to)\s+)\d+)*)")
"""`line 9`, `lines 9 and 12`, `lines 9 to 12`; the numbers are in the first group."""
# These point at lines of files of all kinds.
_EXEMPT: Final = "about/"


def line_number_errors(
    page: Page, snippets: Mapping[str, Snippet]
) -> Iterator[ProofError]:
    """One error for each line that the program above does not have.

    Args:
        page: The page.
        snippets: All snippets, by name.
    """
    if page.source.startswith(_EXEMPT):
        return
    for paragraph in paragraphs(page.text):
        for pointer in POINTER.finditer(paragraph.text):
            place = paragraph.line_of(pointer.start())
            shown = _shown_above(page, snippets, place)
            if shown is None:
                continue
            lines = range(shown.first_line, shown.first_line + len(shown.code))
            for number in map(int, re.findall(r"\d+", pointer[1])):
                if number not in lines or not shown.lines[number - 1].strip():
                    yield ProofError(
                        f"it points at line {number}, and {shown.path}, the program "
                        f"above, has nothing there; its lines are {lines[0]} to "
                        f"{lines[-1]}",
                        page.path,
                        place,
                    )


def _shown_above(
    page: Page, snippets: Mapping[str, Snippet], line: int
) -> Snippet | None:
    """The program whose figure is the last one above a line of a page."""
    above = [
        one.snippet
        for one in page.references
        if one.call in FIGURES and one.line < line and one.snippet in snippets
    ]
    return snippets[above[-1]] if above else None
