"""What a suspended task waits for, and in which line of the program."""

from __future__ import annotations

import os
import sys
from _thread import _local
from gc import get_referents

from _proof_known import is_gathering, kind_of
from _proof_objects import FUNCTION, METHOD, given_by_c, type_name
from _proof_trace import number_or_null

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any

    Number = Callable[[Any], "int | None"]

# By the class, or the function, of asyncio that the program's last line has called;
# subclasses inherit the methods and so their qualified names.
_INSIDE = {
    "Barrier": "barrier",
    "BoundedSemaphore": "semaphore",
    "Condition": "condition",
    "Event": "event",
    "Lock": "lock",
    "Queue": "queue",
    "Queue.join": "queue join",
    "Semaphore": "semaphore",
    "TaskGroup": "task group",
    "BaseSubprocessTransport": "process",
    "to_thread": "thread",
    "wait": "wait",
}
if sys.version_info < (3, 12):
    # Since then it waits for the same as what it is given.
    _INSIDE["wait_for"] = "wait_for"
_INPUT_OUTPUT = {
    "base_events.py",
    "selector_events.py",
    "sslproto.py",
    "streams.py",
    "subprocess.py",
    "unix_events.py",
}
# By the callback that the future has got from asyncio.
_CALLBACKS = {
    "_chain_future.<locals>._call_check_cancel": "thread",
    "shield.<locals>._outer_done_callback": "shield",
}
_FUTURES_AND_TASKS = ("asyncio.futures", "asyncio.tasks")
# Of a `gather`: the others are counted.
_MOST_LISTED = 50
_OPAQUE = {
    "anext_awaitable",
    "async_generator_asend",
    "async_generator_athrow",
    "coroutine_wrapper",
}
_INNER = {"async_generator", "async_generator_asend", "coroutine"}
_NEVER = float("inf")


async def _coroutine() -> None: ...


_one: Any = _coroutine()
_COROUTINE: Any = type(_one)
_FRAME = type(_one.cr_frame)
_one.close()
_GENERATOR = type(_ for _ in ())


class _Here(_local):
    """The deadlines of the sleeps that a step has begun in the thread that asks."""

    def __init__(self) -> None:
        self.deadlines: dict[int, float | None] = {}


class Waits:
    """Finds what tasks wait for; keeps the deadlines of sleeps for one step.

    Attributes:
        here: What is kept, of the thread that asks.
    """

    def __init__(self, program: str) -> None:
        """Name lines of one file only, the program."""
        self._program = program
        self.here = _Here()
        # By file and qualified name of a function.
        self._kinds: dict[tuple[str, str], str] = {}

    def sleep_begins(self, future: Any, loop: Any, when: Any) -> None:
        """A future is to be set at a time of its loop's clock.

        Of another clock than the machine's, and of a sleep without end, no time is
        recorded: none on the time axis would be right.
        """
        base_events: Any = sys.modules["asyncio.base_events"]
        clock, due = loop.time, _seconds(when)
        is_machines = (
            type(clock) is METHOD and clock.__func__ is base_events.BaseEventLoop.time
        )
        is_known = is_machines and abs(due) < _NEVER
        self.here.deadlines[id(future)] = due if is_known else None

    def step_ends(self) -> None:
        """Forget the deadlines of a step."""
        self.here.deadlines.clear()

    def of(self, task: Any, coroutine: Any, number: Number) -> str:
        """JSON of a line of the program, and what is waited for there.

        Args:
            task: A task that is not done.
            coroutine: What it executes.
            number: Gives the number of a task.

        Returns:
            Line or null, kind, due time or null, tasks, how many more tasks.
        """
        line, inside = self._innermost(coroutine)
        waited_for = task._fut_waiter
        what = _TURN
        if waited_for is not None:
            what = self._awaited(waited_for, inside, number)
        return f"{number_or_null(line)},{what}"

    def _awaited(self, future: Any, inside: str, number: Number) -> str:
        deadlines = self.here.deadlines
        if id(future) in deadlines:
            due = deadlines[id(future)]
            return _what("sleep", "null" if due is None else f"{due:.6f}")
        if inside:
            return _what(inside)
        if kind_of(future):
            known = number(future)
            return _what("future") if known is None else _what("task", tasks=str(known))
        if is_gathering(future):
            return _gathered(future._children, number)
        return _what(_by_callback(future) or "future")

    def _innermost(self, awaitable: Any) -> tuple[int | None, str]:
        """Follow what awaits what: last line of the program, what it called there."""
        line, inside = None, ""
        for _ in range(200):
            kind = type(awaitable)
            if kind is _COROUTINE:
                frame, awaitable = awaitable.cr_frame, awaitable.cr_await
            elif kind is _GENERATOR:
                frame, awaitable = awaitable.gi_frame, awaitable.gi_yieldfrom
            else:
                frame, awaitable = _frame_of(awaitable), _following(awaitable)
            code = None if frame is None else frame.f_code
            if code is not None and code.co_filename == self._program:
                line, inside = frame.f_lineno, ""
            elif code is not None and not inside:
                inside = self._asyncios(code)
            if awaitable is None:
                break
        return line, inside

    def _asyncios(self, code: CodeType) -> str:
        """The kind of wait that a coroutine of asyncio is; empty for another."""
        key = code.co_filename, code.co_qualname
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = _kind_of_wait(*key)
        return kind


def _kind_of_wait(file: str, qualified: str) -> str:
    asyncios = sys.modules["asyncio.tasks"].sleep.__code__.co_filename
    folder, name = os.path.split(file)
    if folder != os.path.dirname(asyncios):
        return ""
    kind = _INSIDE.get(qualified) or _INSIDE.get(qualified.partition(".")[0])
    return kind or ("input or output" if name in _INPUT_OUTPUT else "")


def _what(kind: str, due: str = "null", tasks: str = "", more: int = 0) -> str:
    return f'"{kind}",{due},[{tasks}],{more}'


_TURN = _what("turn")


def _gathered(children: Any, number: Number) -> str:
    listed = children[:_MOST_LISTED]
    numbers = (number(child) for child in listed if kind_of(child))
    tasks = ",".join(str(found) for found in numbers if found is not None)
    return _what("gather", tasks=tasks, more=len(children) - len(listed))


def _by_callback(future: Any) -> str:
    """The kind of wait that a future's callbacks tell of, if asyncio gave it them."""
    for callback in _callbacks_of(future):
        called = callback[0] if type(callback) is tuple else callback
        if type(called) is FUNCTION and called.__module__ in _FUTURES_AND_TASKS:
            kind = _CALLBACKS.get(called.__qualname__)
            if kind:
                return kind
    return ""


def _callbacks_of(future: Any) -> Any:
    futures: Any = sys.modules["asyncio.futures"]
    if type(future) is futures._PyFuture:
        return future._callbacks
    found = given_by_c(future, "_callbacks")
    return found if type(found) is list else ()


def _seconds(when: Any) -> float:
    """A number of the program's; of another class than Python's it may be."""
    if type(when) is float:
        return when
    for kind in (float, int):
        if issubclass(type(when), kind):
            return kind.__float__(when)
    return _NEVER


def _frame_of(awaitable: Any) -> Any:
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        found = given_by_c(awaitable, name)
        if type(found) is _FRAME:
            return found
    return None


def _following(awaitable: Any) -> Any:
    for name in ("cr_await", "gi_yieldfrom", "ag_await"):
        found = given_by_c(awaitable, name)
        if found is not None:
            return found
    if type_name(type(awaitable)) in _OPAQUE:
        # What it refers to is its generator or coroutine.
        for referent in get_referents(awaitable):
            if type_name(type(referent)) in _INNER:
                return referent
    return None
