"""The changes: each is small, and would make most programs prove something else."""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeGuard, TypeVar

from proof.snippets.snippet import Snippet

_Node = TypeVar("_Node", bound=ast.AST)

_GATHER = "asyncio.gather"
_SLEEP = "asyncio.sleep"
_TASKS = ("asyncio.create_task", "group.create_task", "tg.create_task")


@dataclass(frozen=True)
class Mutation:
    """A changed program.

    Attributes:
        what: What the change does, in a few words.
        line: Line of the file where it begins, counted from 1.
        lines: All lines of the changed file.
    """

    what: str
    line: int
    lines: tuple[str, ...]


def mutations(snippet: Snippet) -> Iterator[Mutation]:
    """Every change of a snippet that is tried, from the top of its file to its end.

    There is none of a program that is no valid Python as it is.
    """
    lines = snippet.lines
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError:
        return
    seen = {tuple(lines)}
    found = [one for kind in _KINDS for one in kind(_Source(lines, tree))]
    for one in sorted(found, key=lambda one: one.line):
        if one.lines not in seen and _is_valid(one.lines):
            seen.add(one.lines)
            yield one


def _is_valid(lines: Sequence[str]) -> bool:
    try:
        ast.parse("\n".join(lines))
    except SyntaxError:
        return False
    return True


class _Source:
    """A program, and what can be done to its text."""

    def __init__(self, lines: Sequence[str], tree: ast.Module) -> None:
        self._lines = lines
        self.tree = tree

    def of(self, kind: type[_Node]) -> Iterator[_Node]:
        """Its nodes of one kind."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kind))

    def text(self, node: ast.AST) -> str:
        """What stands in the file for a node."""
        return ast.get_source_segment("\n".join(self._lines), node) or ""

    def replaced(
        self, what: str, node: ast.expr | ast.stmt, text: str, *, needs: str = ""
    ) -> Mutation:
        """With other text in the place of a node.

        Args:
            what: What the change does.
            node: The node.
            text: What comes there.
            needs: A module that is imported as well, if it was not.
        """
        end_line, end = node.end_lineno or node.lineno, node.end_col_offset or 0
        first = self._lines[node.lineno - 1].encode()[: node.col_offset].decode()
        last = self._lines[end_line - 1].encode()[end:].decode()
        new = [*self._lines]
        new[node.lineno - 1 : end_line] = f"{first}{text}{last}".split("\n")
        if needs and f"import {needs}" not in new:
            new.insert(new.index("import asyncio") + 1, f"import {needs}")
        return Mutation(what, node.lineno, tuple(new))

    def swapped(self, what: str, one: ast.stmt, other: ast.stmt) -> Mutation:
        """With two statements, one below the other, in the other order."""
        start, middle = one.lineno - 1, one.end_lineno or one.lineno
        end = other.end_lineno or other.lineno
        first, second = self._lines[start:middle], self._lines[middle:end]
        new = [*self._lines[:start], *second, *first, *self._lines[end:]]
        return Mutation(what, one.lineno, tuple(new))

    def without(
        self, what: str, first: int, last: int, *, replacing: str = ""
    ) -> Mutation:
        """Without some lines, counted from 1, or with one line in their place."""
        new = [*self._lines]
        new[first - 1 : last] = [replacing] if replacing else []
        return Mutation(what, first, tuple(new))


def _without_await(source: _Source) -> Iterator[Mutation]:
    for node in source.of(ast.Await):
        yield source.replaced("drops an await", node, source.text(node.value))


def _in_turn(source: _Source) -> Iterator[Mutation]:
    for node in source.of(ast.Await):
        call = node.value
        if _is_call(call, source, _GATHER):
            parts = ", ".join(_awaited(source, one) for one in call.args)
            yield source.replaced("awaits one after the other", node, f"[{parts}]")


def _awaited(source: _Source, argument: ast.expr) -> str:
    if isinstance(argument, ast.Starred):
        return f"*[await one for one in {source.text(argument.value)}]"
    return f"await {source.text(argument)}"


def _blocking(source: _Source) -> Iterator[Mutation]:
    for node in source.of(ast.Await):
        call = node.value
        if _is_call(call, source, _SLEEP) and call.args:
            text = f"time.sleep({source.text(call.args[0])})"
            yield source.replaced("blocks instead of waiting", node, text, needs="time")


def _other_delays(source: _Source) -> Iterator[Mutation]:
    for call in source.of(ast.Call):
        if not _is_call(call, source, _SLEEP) or not call.args:
            continue
        delay = call.args[0]
        if source.text(delay) == "0":
            yield source.replaced("sleeps a tenth of a second for 0", delay, "0.1")
        else:
            yield source.replaced("sleeps 0", delay, "0")
            text = f"({source.text(delay)}) / 2"
            yield source.replaced("sleeps half as long", delay, text)


def _no_task(source: _Source) -> Iterator[Mutation]:
    for call in source.of(ast.Call):
        if any(_is_call(call, source, name) for name in _TASKS):
            text = source.text(call.args[0])
            yield source.replaced("makes no task", call, text)


def _without_finally(source: _Source) -> Iterator[Mutation]:
    for node in source.of(ast.Try):
        if node.finalbody:
            end = node.finalbody[-1].end_lineno or 0
            inside = node.handlers or node.body
            first = (inside[-1].end_lineno or 0) + 1
            closing = " " * node.col_offset + "except (): pass"
            yield source.without(
                "drops a finally",
                first,
                end,
                replacing="" if node.handlers else closing,
            )


def _without_call(source: _Source) -> Iterator[Mutation]:
    for node in source.of(ast.Expr):
        call = node.value
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            name = call.func.attr
            yield source.replaced(f"drops the call of {name}", node, "pass")


def _in_other_order(source: _Source) -> Iterator[Mutation]:
    for node in ast.walk(source.tree):
        body = getattr(node, "body", None)
        if isinstance(node, ast.Module) or not isinstance(body, list):
            continue
        for one, other in pairwise(body):
            if (one.end_lineno or 0) + 1 == other.lineno:
                yield source.swapped("swaps two statements", one, other)


def _is_call(node: ast.AST, source: _Source, name: str) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and source.text(node.func) == name


_KINDS: tuple[Callable[[_Source], Iterator[Mutation]], ...] = (
    _without_await,
    _in_turn,
    _blocking,
    _other_delays,
    _no_task,
    _without_finally,
    _without_call,
    _in_other_order,
)
