"""What a callback is: a step of a task, asyncio's own, or the program's.

Callbacks may be any objects of the program. Nothing is asked of them that they could
answer by code of their own, see `_proof_objects`.
"""

from __future__ import annotations

import sys

from _proof_known import kind_of
from _proof_objects import (
    BUILTIN,
    FUNCTION,
    METHOD,
    given_by_c,
    module_of_type,
    type_name,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Of a task in C, its first steps and those after a future; of one in Python both.
_STEP_TYPE = "TaskStepMethWrapper"
_step_types: list[type | None] = [None]
_task_types: list[type | None] = [None]
_STEP_NAMES = {"task_wakeup", "__step", "__wakeup"}


def task_of(callback: Any) -> Any:
    """The task of which a step is made by calling it, else None."""
    kind = type(callback)
    if kind is _step_types[0]:
        # Met before: a class of C's, which gives it without a look through its bases.
        return callback.__self__
    if kind is METHOD:
        # A method gives the name of what is below it, which may be anything.
        function = callback.__func__
        if type(function) is not FUNCTION or function.__name__ not in _STEP_NAMES:
            return None
        owner = callback.__self__
    elif kind is BUILTIN:
        owner = callback.__self__
        if type(owner) is not _task_types[0] and not _is_of_c(owner):
            return None
        return owner if callback.__name__ in _STEP_NAMES else None
    elif type_name(kind) == _STEP_TYPE:
        owner = given_by_c(callback, "__self__")
        if kind_of(owner):
            _step_types[0] = kind
    else:
        return None
    return owner if kind_of(owner) else None


def _is_of_c(owner: Any) -> bool:
    """Whether what a function of C's belongs to is a task; met again, it is known."""
    kind = kind_of(owner)
    if kind is type(owner):
        _task_types[0] = kind
    return kind is not None


def is_asyncios(callback: Any, loop: Any) -> bool:
    """Whether asyncio itself has put it into the loop's queue, for itself."""
    function = callback if type(callback) is FUNCTION else _function(callback)
    kind = type(function)
    if kind is FUNCTION:
        return _is_of_asyncio(function.__module__)
    if issubclass(kind, BUILTIN):
        # For instance `future.set_result`, which asyncio itself asks for, in some
        # versions, when the helper threads have ended.
        base_loop = sys.modules["asyncio.base_events"].BaseEventLoop
        if not issubclass(type(loop), base_loop):
            return False
        return getattr(loop, "_executor_shutdown_called", False) is True
    return _is_of_asyncio(module_of_type(kind))


def _is_of_asyncio(module: Any) -> bool:
    return type(module) is str and f"{module}.".startswith("asyncio.")


def name_of(callback: Any) -> str:
    """What a callable is called."""
    function = _function(callback)
    kind = type(function)
    if kind is FUNCTION or issubclass(kind, BUILTIN):
        return str(function.__name__)
    return type_name(function if issubclass(kind, type) else kind)


def called_in_thread(function: Any, arguments: Any) -> Any:
    """What a call in a helper thread is about.

    `to_thread` hands over `Context.run`, with what it is to run.
    """
    context: Any = getattr(sys.modules.get("contextvars"), "Context", ())
    if _is_partial(function):
        arguments = (*given_by_c(function, "args"), *arguments)
        function = given_by_c(function, "func")
    # Of a builtin it is known that asking for an attribute runs no code.
    owner = function.__self__ if issubclass(type(function), BUILTIN) else None
    is_context_run = issubclass(type(owner), context) and function.__name__ == "run"
    return arguments[0] if is_context_run and arguments else function


def _function(callback: Any) -> Any:
    """The function below partial objects and methods."""
    for _ in range(10):
        if _is_partial(callback):
            callback = given_by_c(callback, "func")
        elif type(callback) is METHOD:
            callback = callback.__func__
        else:
            break
    return callback


def _is_partial(callback: Any) -> bool:
    partial: Any = getattr(sys.modules.get("_functools"), "partial", ())
    # One that answers by code of its own is a callable like any other.
    return (
        issubclass(type(callback), partial)
        and given_by_c(callback, "func") is not None
        and given_by_c(callback, "args") is not None
    )
