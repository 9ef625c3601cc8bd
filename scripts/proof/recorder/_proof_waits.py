"""What a suspended task waits for, and in which line of the program."""

from __future__ import annotations

import sys
from gc import get_referents

from _proof_trace import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Number = Callable[[Any], "int | None"]

# Told by the class, or the function, of the standard library in which a task is
# suspended; subclasses inherit the methods and so their qualified names.
_INSIDE = {
    "Barrier": "barrier",
    "BoundedSemaphore": "semaphore",
    "Condition": "condition",
    "Event": "event",
    "Lock": "lock",
    "Queue": "queue",
    "Semaphore": "semaphore",
    "TaskGroup": "task group",
    "BaseSubprocessTransport": "process",
    "to_thread": "thread",
}
_INPUT_OUTPUT = (
    "base_events.py",
    "selector_events.py",
    "sslproto.py",
    "streams.py",
    "subprocess.py",
    "unix_events.py",
)
# Of a `gather`: the others are counted.
_MOST_LISTED = 50
_OPAQUE = ("async_generator_asend", "async_generator_athrow", "coroutine_wrapper")


class Waits:
    """Tells what tasks wait for; keeps the deadlines of sleeps for one step."""

    def __init__(self, program: str) -> None:
        """Tell lines of one file only, the program."""
        self._program = program
        self.deadlines: dict[int, float] = {}

    def of(self, task: Any, number: Number) -> tuple[int | None, str]:
        """Line of the program (or None) and a JSON array of what is waited for.

        Args:
            task: A task that is not done.
            number: Gives the number of a task.
        """
        line, place = self._innermost(task.get_coro())
        waited_for = getattr(task, "_fut_waiter", None)
        deadline = self.deadlines.pop(id(waited_for), None) if self.deadlines else None
        if waited_for is None:
            what = '["turn"]'
        elif deadline is not None:
            what = '["sleep",%.6f]' % deadline
        else:
            what = self._awaited(waited_for, place, number)
        if self.deadlines:
            self.deadlines.clear()
        return line, what

    def _awaited(self, future: Any, place: tuple[str, str], number: Number) -> str:
        tasks = sys.modules["asyncio.tasks"]
        if isinstance(future, tasks.Task):
            known = number(future)
            return '["future"]' if known is None else '["task",%d]' % known
        children = getattr(future, "_children", None)
        if children is not None:
            listed = children[:_MOST_LISTED]
            numbers = (number(c) for c in listed if isinstance(c, tasks.Task))
            gathered = ",".join(str(n) for n in numbers if n is not None)
            return '["gather",[%s],%d]' % (gathered, len(children) - len(listed))
        name, file = place
        kind = _INSIDE.get(name.partition(".")[0])
        if kind is None and _is_a_threads(future):
            kind = "thread"
        if kind is None and file.endswith(_INPUT_OUTPUT):
            kind = "input or output"
        return "[%s]" % text(kind or "future")

    def _innermost(self, awaitable: Any) -> tuple[int | None, tuple[str, str]]:
        """Follow what awaits what: last line of the program, last function beyond."""
        line, place = None, ("", "")
        for _ in range(200):
            frame = (
                getattr(awaitable, "cr_frame", None)
                or getattr(awaitable, "gi_frame", None)
                or getattr(awaitable, "ag_frame", None)
            )
            if frame is not None and frame.f_code.co_filename == self._program:
                line, place = frame.f_lineno, ("", "")
            elif frame is not None:
                name = getattr(awaitable, "__qualname__", "")
                place = (name, frame.f_code.co_filename)
            awaitable = _following(awaitable)
            if awaitable is None:
                break
        return line, place


def _is_a_threads(future: Any) -> bool:
    """Whether a future stands for one of `concurrent.futures`."""
    for callback in getattr(future, "_callbacks", None) or ():
        called = callback[0] if isinstance(callback, tuple) else callback
        if getattr(called, "__name__", "") == "_call_check_cancel":
            return True
    return False


def _following(awaitable: Any) -> Any:
    for name in ("cr_await", "gi_yieldfrom", "ag_await"):
        found = getattr(awaitable, name, None)
        if found is not None:
            return found
    if type(awaitable).__name__ in _OPAQUE:
        # What it refers to is its generator or coroutine.
        for referent in get_referents(awaitable):
            if type(referent).__name__ in ("async_generator", "coroutine"):
                return referent
    return None
