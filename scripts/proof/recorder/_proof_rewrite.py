"""Putting calls into functions of the standard library, without adding a frame.

A wrapper would stand in every traceback and every printed stack. Here a function is
compiled again from its own source, with a call put in, under its own file name and
line numbers: what a program can see of it stays what it was.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType, ModuleType
    from typing import Any

    from _proof_trace import Trace

# ast.PyCF_ONLY_AST, without what importing `ast` costs.
_PARSE_ONLY = 0x400


def when_imported(
    name: str, prepare: Callable[[ModuleType], None], trace: Trace
) -> None:
    """Call `prepare` with a module right after it was executed for the first time.

    The program must not feel an error in it; the trace is told.
    """

    def prepare_quietly(module: ModuleType) -> None:
        since = monotonic()
        try:
            prepare(module)
        except Exception:  # noqa: BLE001 (a Python that nobody here has seen yet)
            trace.write_failure()
        trace.write('"prepared",%.6f', since)

    if name in sys.modules:
        prepare_quietly(sys.modules[name])
    else:
        _finder.prepare[name] = prepare_quietly


def missed() -> list[str]:
    """Modules that were imported without having been prepared."""
    return [name for name in _finder.prepare if name in sys.modules]


def rewrite(
    module: ModuleType, owner: type, name: str, edit: Callable[[list[Any]], list[Any]]
) -> None:
    """Compile a method again, with other statements in its body.

    Args:
        module: The module that defines it.
        owner: Its class.
        name: Its name.
        edit: Makes of the statements of its body those that it is to have.

    Raises:
        OSError: Its source cannot be read.
        SyntaxError: Its source is not what `edit` expects.
    """
    code = getattr(owner, name).__code__
    source = _class_with(code, owner.__name__)
    tree: Any = compile(source, code.co_filename, "exec", _PARSE_ONLY)
    function = tree.body[0].body[0]
    first, last = function.body[0].lineno, function.body[-1].lineno
    # A docstring is one only where it comes first.
    words = 1 if getattr(owner, name).__doc__ else 0
    function.body[words:] = edit(function.body[words:])
    _place(function.body, first, last)
    namespace: dict[str, type] = {}
    # What is executed is the standard library's own text.
    exec(  # noqa: S102
        compile(tree, code.co_filename, "exec"), module.__dict__, namespace
    )
    setattr(owner, name, namespace[owner.__name__].__dict__[name])


def call(text: str) -> Any:
    """A statement that calls the recorder and lets no error of it out."""
    return _statement(
        "try:\n %s\nexcept Exception:\n _proof.trace.write_failure()" % text
    )


def always_after(body: list[Any], text: str) -> Any:
    """Statements, then a call of the recorder however they end.

    What it knows, `_proof_begun`, is dropped: a traceback may keep the frame.
    """
    node = _statement("try:\n pass\nfinally:\n pass\n _proof_begun = None")
    node.body, node.finalbody[0] = body, call(text)
    return node


def returning_through(body: list[Any], text: str) -> list[Any]:
    """Statements that return what a call of the recorder makes of their value.

    Args:
        body: Statements.
        text: The call, which must not fail; `%s` is where the value goes.
    """
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if type(node).__name__ == "Return" and node.value is not None:
            through = _statement(text % "None").value
            through.args[0] = node.value
            node.value = through
        for name in ("body", "orelse", "finalbody", "handlers"):
            waiting.extend(getattr(node, name, ()))
    return body


def _statement(text: str) -> Any:
    node: Any = compile(text, "<recorder>", "exec", _PARSE_ONLY)
    return _marked(node).body[0]


def _marked(node: Any) -> Any:
    """The same, with line 0: it has no place of its own yet."""
    for one in _with_all_below(node):
        if hasattr(one, "lineno"):
            one.lineno = one.end_lineno = 0
    return node


def _place(body: list[Any], first: int, last: int) -> None:
    """Give every statement of ours the line of a neighbour that was there before.

    Frames tell their line even where no traceback does.
    """
    line = first
    for node in _with_all_below(*body):
        here = getattr(node, "lineno", line)
        if not here:
            node.lineno = node.end_lineno = line
        else:
            line = min(here, last)


def _with_all_below(*nodes: Any) -> Iterator[Any]:
    """Nodes and all that they consist of, in the order of their text."""
    for node in nodes:
        yield node
        for name in node._fields:
            below = getattr(node, name)
            for one in below if isinstance(below, list) else (below,):
                if hasattr(one, "_fields"):
                    yield from _with_all_below(one)


def _class_with(code: CodeType, class_name: str) -> str:
    """Source of a class with one method, at the lines where the method really is."""
    with open(code.co_filename, encoding="utf-8") as file:
        lines = file.read().split("\n")
    first = code.co_firstlineno - 1
    last = first + 1
    while last < len(lines) and (
        not lines[last].strip() or _indent(lines[last]) > _indent(lines[first])
    ):
        last += 1
    above = "\n" * (first - 1) + "class %s:\n" % class_name
    return above + "\n".join(lines[first:last])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


class _Finder:
    """Finds some modules as others would, and prepares each once it was executed."""

    def __init__(self) -> None:
        self.prepare: dict[str, Callable[[ModuleType], None]] = {}

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """See `importlib.abc.MetaPathFinder`."""
        if name not in self.prepare:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return spec
        loader, execute = spec.loader, spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            del loader.exec_module
            execute(module)
            prepare = self.prepare.pop(name, None)
            if prepare:
                prepare(module)

        loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


_finder = _Finder()
sys.meta_path.insert(0, _finder)
