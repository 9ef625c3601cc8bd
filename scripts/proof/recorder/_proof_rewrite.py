"""Putting calls into functions of the standard library, without adding a frame.

A wrapper would stand in every traceback and every printed stack. Here a function is
compiled again from its own source, with a call put in, under its own file name and
line numbers: what a program can see of it stays what it was.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder, SourceFileLoader
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType, ModuleType
    from typing import Any

# ast.PyCF_ONLY_AST, without what importing `ast` costs.
_PARSE_ONLY = 0x400


def when_imported(
    name: str, prepare: Callable[[ModuleType, Any], None], owner: Any
) -> None:
    """Prepare a module right after it was executed for the first time.

    The program must not feel an error in it; the trace says so.

    Args:
        name: The module.
        prepare: Is called with the module and the owner.
        owner: What the calls that are put into the module call: its `_proof`.

    Raises:
        Exception: What a handler of the program's for a signal raised meanwhile.
    """

    def prepare_quietly(module: ModuleType) -> None:
        since = monotonic()
        try:
            module._proof = owner  # type: ignore[attr-defined]
            prepare(module, owner)
        except Exception:
            if not owner.trace.failed():
                raise
        owner.trace.write(f'"prepared",{since:.6f}')

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
    method = vars(owner).get(name)
    if method is None:
        raise SyntaxError(f"{owner.__name__} of this Python has no {name!r}")
    code = method.__code__
    source = _class_with(code, owner.__name__, _source_of(module))
    tree: Any = _compiled(source, code.co_filename, _PARSE_ONLY)
    function = tree.body[0].body[0]
    if getattr(function, "name", None) != name:
        raise SyntaxError(f"the source of {owner.__name__}.{name} is not there")
    first, last = function.body[0].lineno, function.body[-1].lineno
    # A docstring is one only where it comes first.
    words = 1 if method.__doc__ else 0
    function.body[words:] = edit(function.body[words:])
    _check_names(function.body, code)
    _place(function.body, first, last)
    namespace: dict[str, type] = {}
    # What is executed is the standard library's own text.
    exec(_compiled(tree, code.co_filename), module.__dict__, namespace)  # noqa: S102
    setattr(owner, name, namespace[owner.__name__].__dict__[name])


def call(text: str) -> Any:
    """A statement that calls the recorder and lets no error of its own out.

    What a signal's handler raises meanwhile is the program's, and goes on to it.
    """
    return _statement(
        f"try:\n {text}\nexcept Exception:\n if not _proof.trace.failed():\n  raise"
    )


def always_after(body: list[Any], text: str) -> Any:
    """Statements, then a call of the recorder however they end."""
    node = _statement("try:\n pass\nfinally:\n pass")
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


def _check_names(body: list[Any], code: CodeType) -> None:
    """Refuse statements of the recorder that use what the function does not have.

    Another Python may call its arguments otherwise: better no recorder than a
    `NameError` in the program.
    """
    known = {*code.co_varnames, "_proof", "Exception"}
    for node in _with_all_below(*body):
        name = getattr(node, "id", None)
        if name is not None and not node.lineno and name not in known:
            raise SyntaxError(f"{code.co_name} of this Python has no {name!r}")


def _compiled(source: Any, file: str, flags: int = 0) -> Any:
    # Not with the future statements of this module.
    return compile(source, file, "exec", flags, dont_inherit=True)


def _statement(text: str) -> Any:
    return _marked(_compiled(text, "<recorder>", _PARSE_ONLY)).body[0]


def _marked(node: Any) -> Any:
    """The same, with line 0: it has no place of its own yet."""
    for one in _with_all_below(node):
        if hasattr(one, "lineno"):
            one.lineno = one.end_lineno = 0
    return node


def _place(body: list[Any], first: int, last: int) -> None:
    """Give every statement of the recorder the line of a neighbour that has one.

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


def _source_of(module: ModuleType) -> str:
    """Source of a module, wherever it is: a zip file, for instance.

    Raises:
        OSError: There is none.
    """
    loader: Any = module.__spec__.loader if module.__spec__ else None
    if isinstance(loader, SourceFileLoader):
        # `get_source` would import `tokenize`, which the program has not asked for.
        return loader.get_data(loader.path).decode("utf-8")
    try:
        source = loader.get_source(module.__name__)
    except (AttributeError, ImportError) as error:
        raise OSError(f"{module.__name__} has no source") from error
    if source is None:
        raise OSError(f"{module.__name__} has no source")
    return str(source)


def _class_with(code: CodeType, class_name: str, source: str) -> str:
    """Source of a class with one method, at the lines where the method really is."""
    lines = source.split("\n")
    first = code.co_firstlineno - 1
    last = first + 1
    while last < len(lines) and (
        not lines[last].strip() or _indent(lines[last]) > _indent(lines[first])
    ):
        last += 1
    above = "\n" * (first - 1) + f"class {class_name}:\n"
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
