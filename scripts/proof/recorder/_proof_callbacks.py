"""What a callback is: a step of a task, asyncio's own, or the program's.

Callbacks may be any objects of the program. Nothing is asked of them that they could
answer by code of their own: no attribute that only `__getattr__` would give.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Of a task in C, its first steps and those after a future; of one in Python both.
_STEP_TYPE = "TaskStepMethWrapper"
_STEP_NAMES = {"task_wakeup", "__step", "__wakeup"}


def _method(self: object) -> None: ...


_FUNCTION = type(_method)
_METHOD = type(_method.__get__(0))
_BUILTIN = type(len)


def task_of(callback: Any) -> Any:
    """The task of which a step is made by calling it, else None."""
    kind = type(callback)
    if kind is _METHOD or isinstance(callback, _BUILTIN):
        if callback.__name__ not in _STEP_NAMES:
            return None
    elif kind.__name__ != _STEP_TYPE:
        return None
    owner = callback.__self__
    # Of tasks in Python it is an attribute of their own.
    if hasattr(type(owner), "_fut_waiter"):
        return owner
    return owner if "_fut_waiter" in getattr(owner, "__dict__", ()) else None


def is_asyncios(callback: Any, loop: Any) -> bool:
    """Whether asyncio itself has put it into the loop's queue, for itself."""
    function = _function(callback)
    kind = type(function)
    if isinstance(function, _BUILTIN):
        # For instance `future.set_result`, which asyncio itself asks for, in some
        # versions, when the helper threads have ended.
        return getattr(loop, "_executor_shutdown_called", False) is True
    module = function.__module__ if kind is _FUNCTION else kind.__module__
    return isinstance(module, str) and f"{module}.".startswith("asyncio.")


def name_of(callback: Any) -> str:
    """What a callable is called."""
    function = _function(callback)
    kind = type(function)
    if kind is _FUNCTION or isinstance(function, (_BUILTIN, type)):
        return str(function.__name__)
    return kind.__name__


def called_in_thread(function: Any, arguments: Any) -> Any:
    """What a call in a helper thread is about.

    `to_thread` hands over `Context.run`, with what it is to run.
    """
    context: Any = getattr(sys.modules.get("contextvars"), "Context", ())
    if _is_partial(function):
        function, arguments = function.func, (*function.args, *arguments)
    # Of a builtin it is known that asking for an attribute runs no code.
    owner = (
        getattr(function, "__self__", None) if isinstance(function, _BUILTIN) else None
    )
    is_context_run = isinstance(owner, context) and function.__name__ == "run"
    return arguments[0] if is_context_run and arguments else function


def _function(callback: Any) -> Any:
    """The function below partial objects and methods."""
    for _ in range(10):
        if _is_partial(callback):
            callback = callback.func
        elif type(callback) is _METHOD:
            callback = callback.__func__
        else:
            break
    return callback


def _is_partial(callback: Any) -> bool:
    functools: Any = sys.modules.get("functools")
    return functools is not None and isinstance(callback, functools.partial)
