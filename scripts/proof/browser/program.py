"""Executing a program as `python FILE` does, within an interpreter that goes on."""

import atexit
import gc
import sys
import threading
import traceback
import types
from pathlib import Path


def execute(file: Path, source: str) -> int:
    """Execute a file as the main program, to the end of its interpreter.

    Args:
        file: Where it is; its folder is looked in for modules.
        source: What is in it.

    Returns:
        The exit status.
    """
    main = types.ModuleType("__main__")
    main.__file__ = str(file)
    main.__builtins__ = sys.modules["builtins"]  # type: ignore[attr-defined]
    sys.modules["__main__"] = main
    sys.argv = [str(file)]
    sys.path[0:0] = [str(file.parent)]
    status = _status_of(file, source, main)
    _exit(main)
    return status


def _status_of(file: Path, source: str, main: types.ModuleType) -> int:
    try:
        code = compile(source, str(file), "exec")
    except SyntaxError as error:
        error.__traceback__ = None
        sys.excepthook(type(error), error, None)
        return 1
    try:
        exec(code, main.__dict__)  # noqa: S102
    except SystemExit as error:
        return _status_of_exit(error)
    except BaseException as error:  # noqa: BLE001 (as the interpreter does)
        own = error.__traceback__.tb_next if error.__traceback__ else None
        sys.excepthook(type(error), error.with_traceback(own), own)
        return 1
    return 0


def _status_of_exit(error: SystemExit) -> int:
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 0xFF
    print(error.code, file=sys.stderr)
    return 1


def _exit(main: types.ModuleType) -> None:
    """What an interpreter does at its end, as far as a program can see it."""
    try:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        # A coroutine that was never awaited says so when it is freed: at the end of an
        # interpreter without a place, and without advice about tracemalloc.
        sys.modules["tracemalloc"] = None  # type: ignore[assignment]
        free = {"clear": main.__dict__.clear, "collect": gc.collect}
        # It collects before it clears: that decides which part of a cycle goes first.
        calls = "collect(); clear(); collect()"
        # From 3.13 on, that is called line 0 of `<sys>`.
        is_new = sys.version_info >= (3, 13)
        nowhere = compile(calls, "<sys>" if is_new else "sys", "exec")
        nowhere = nowhere.replace(co_firstlineno=0 if is_new else 1)
        exec(nowhere, free)  # noqa: S102
    except BaseException:  # noqa: BLE001 (there is nobody left to hear of it)
        traceback.print_exc()
