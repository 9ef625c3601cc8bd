"""What is wrong with the code blocks of a page, found without executing them."""

import ast
from collections.abc import Iterator

from proof.errors import ProofError
from proof.lint.fences import Fence, fences
from proof.lint.pages import Page
from proof.lint.references import calls_in

_DRAWING = (
    *("show", "exercise", "compare", "plot", "legend"),
    *("counted", "choices", "message", "messages"),
    *("every_snippet", "whole_build", "evidence_fields"),
)


def page_errors(page: Page) -> Iterator[ProofError]:
    """One error for each block that is not closed or cannot be executed."""
    for fence in fences(page.text.splitlines()):
        if not fence.is_closed:
            yield ProofError(
                "this code block is not closed; end it with a line like the signs it "
                "begins with",
                page.path,
                fence.start + 1,
            )
        elif fence.is_executed:
            yield from _syntax_error(page, fence)
            yield from _drawn_as_text(page, fence)


def _syntax_error(page: Page, fence: Fence) -> Iterator[ProofError]:
    try:
        ast.parse(fence.code)
    except SyntaxError as error:
        yield ProofError(
            f"{error.msg}, so this block cannot be executed; fix its Python",
            page.path,
            fence.first_line + (error.lineno or 1) - 1,
        )


def _drawn_as_text(page: Page, fence: Fence) -> Iterator[ProofError]:
    if fence.is_html:
        return
    for call in dict.fromkeys(calls_in(fence.code, _DRAWING)):
        yield ProofError(
            f'{call}() returns HTML; write `html="on"` after `exec="on"`',
            page.path,
            fence.start + 1,
        )
