"""Which page shows which snippet: the calls in the code blocks that are executed."""

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast

from proof.errors import ProofError
from proof.lint.fences import fences
from proof.snippets.exercises import solution_of
from proof.snippets.messages import working_of

_WITH_PAGE = ("versions", "counted", "choices", "plot")
CALLS = ("show", "exercise", "message", "compare", "opening", "run", *_WITH_PAGE)
"""The functions that a page can call with a snippet's name."""
FIGURES = ("show", "exercise", "message")
"""Those of them that give a snippet its figure."""
TEACHING = ("show", "compare", *_WITH_PAGE)
"""Those of them that show what a snippet proves."""


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


def page_references(page: str, text: str) -> Iterator[Reference]:
    """The places in one page where snippets are asked for.

    Args:
        page: How to name the page.
        text: Its Markdown.
    """
    for fence in fences(text.splitlines()):
        if not fence.is_executed:
            continue
        for one in _asked(fence.code):
            line = fence.first_line + one.line - 1
            yield Reference(page, line, one.call, one.snippet)
            if one.call == "exercise":
                yield Reference(page, line, one.call, solution_of(one.snippet))
            if one.call == "message":
                yield Reference(page, line, one.call, working_of(one.snippet))


def names_asked_for(code: str, call: str) -> list[str]:
    """The names with which a block calls one of `CALLS`, in order."""
    return [one.snippet for one in _asked(code) if one.call == call]


def calls_in(code: str, names: Collection[str]) -> Iterator[str]:
    """The functions of a page that a block calls, each as often as it does.

    Args:
        code: The block; one that is not valid Python calls nothing.
        names: The functions to look for.
    """
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return
    foreign = _names_from_elsewhere(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (call := _call_of(node, foreign, names)):
            yield call


def missing(asked: Iterable[Reference], names: Collection[str]) -> Iterator[ProofError]:
    """One error for each place where a page asks for a snippet that does not exist.

    Args:
        asked: All places where pages ask for snippets.
        names: The names of all snippets that there are.
    """
    for reference in asked:
        if reference.snippet not in names:
            yield ProofError(
                f"{reference.call}() asks for {reference.snippet!r}, and there is no "
                f"such file in snippets/; {_advice(reference.snippet, names)}",
                reference.page,
                reference.line,
            )


def unshown(asked: Iterable[Reference], names: Iterable[str]) -> Iterator[ProofError]:
    """One error for each snippet that no page shows; see `missing`."""
    shown = {one.snippet for one in asked if one.call in FIGURES}
    for name in names:
        if name not in shown:
            yield ProofError(
                f'no page shows it; write `print(show("{name}"))` into an executed '
                "block of one, or remove it",
                f"snippets/{name}",
                1,
            )


def _advice(name: str, names: Collection[str]) -> str:
    close = get_close_matches(name, names, n=1)
    return f"is it {close[0]!r}?" if close else "create it, or fix the name"


@dataclass(frozen=True)
class _Asked:
    line: int
    column: int
    call: str
    snippet: str


def _asked(code: str) -> list[_Asked]:
    """What one block asks for, in the order in which it is written there."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return []  # Executing the block says so, with a better message.
    foreign = _names_from_elsewhere(tree)
    found: set[_Asked] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (call := _call_of(node, foreign)):
            # What comes first there is the page that asks.
            names = node.args[1:] if call in _WITH_PAGE else node.args
            # A name that is worked out can be any of those that are written there.
            is_worked_out = None in map(_text_of, names)
            found.update(_programs(tree, call) if is_worked_out else _all(names, call))
    return sorted(found, key=lambda one: (one.line, one.column, one.call))


def _call_of(
    node: ast.Call, foreign: Collection[str], names: Collection[str] = CALLS
) -> str:
    """The function of a page that is called; empty if it is another one."""
    match node.func:
        case ast.Name(id=name) if name in names and name not in foreign:
            return name
        case ast.Attribute(value=ast.Name(id="proof"), attr=name) if name in names:
            return name
    return ""


def _names_from_elsewhere(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module != "proof"
        for alias in node.names
    }


def _programs(tree: ast.Module, call: str) -> Iterator[_Asked]:
    return (one for one in _all(ast.walk(tree), call) if one.snippet.endswith(".py"))


def _all(nodes: Iterable[ast.AST], call: str) -> Iterator[_Asked]:
    for node in nodes:
        text = _text_of(node)
        if text is not None:
            where = cast("ast.Constant", node)
            yield _Asked(where.lineno, where.col_offset, call, text)


def _text_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None
