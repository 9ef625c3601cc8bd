"""Which page shows which snippet: the calls in the code blocks that are executed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from proof.errors import ProofError
from proof.lint.fences import fences
from proof.project import Project

CALLS = ("show", "compare", "run")
"""The functions that a page can call with a snippet's name."""


@dataclass(frozen=True)
class Reference:
    """A place where a page asks for a snippet.

    Attributes:
        page: Path of the page in the checkout.
        line: Line of the call in the page, counted from 1.
        call: Which function is called.
        snippet: The snippet's name, as it is written there.
    """

    page: str
    line: int
    call: str
    snippet: str


def references(project: Project) -> tuple[Reference, ...]:
    """All places where pages ask for snippets, in order of pages and lines."""
    return tuple(
        reference
        for page, text in project.pages()
        for reference in page_references(page, text)
    )


def page_references(page: str, text: str) -> Iterator[Reference]:
    """The places in one page where snippets are asked for.

    Args:
        page: How to name the page.
        text: Its Markdown.
    """
    for fence in fences(text.splitlines()):
        if not fence.is_executed:
            continue
        try:
            tree = ast.parse(fence.code)
        except SyntaxError:
            continue  # Executing the block tells, with a better message.
        calls = (call for node in ast.walk(tree) for call in _calls(node))
        for line, _, function, snippet in sorted(calls):
            yield Reference(page, fence.first_line + line - 1, function, snippet)


def missing(project: Project) -> Iterator[ProofError]:
    """One error for each place where a page asks for a snippet that does not exist."""
    names = set(project.snippet_names())
    for reference in references(project):
        if reference.snippet not in names:
            yield ProofError(
                f"{reference.call}() asks for {reference.snippet!r}, and there is no "
                f"such file in snippets/; {_advice(reference.snippet, names)}",
                reference.page,
                reference.line,
            )


def unshown(project: Project) -> Iterator[ProofError]:
    """One error for each snippet that no page shows."""
    shown = {r.snippet for r in references(project) if r.call == "show"}
    for name in project.snippet_names():
        if name not in shown:
            yield ProofError(
                f'no page shows it; write `show("{name}")` into one, or remove it',
                f"snippets/{name}",
                1,
            )


def _advice(name: str, names: set[str]) -> str:
    close = get_close_matches(name, names, n=1)
    return f"is it {close[0]!r}?" if close else "create it, or mend the name"


def _calls(node: ast.AST) -> Iterator[tuple[int, int, str, str]]:
    """Line and column of each name that is asked for, the function and the name."""
    if not isinstance(node, ast.Call):
        return
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else None
    name = function.id if isinstance(function, ast.Name) else name
    for argument in node.args if name in CALLS else ():
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.lineno, argument.col_offset, str(name), argument.value
