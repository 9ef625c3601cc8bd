"""Writes down what tasks really do, in their own process, by nobody's word but theirs.

It shares no code and no idea with the recorder: every coroutine is wrapped in one that
notes when it is sent into and what comes out; every queue of a loop notes when a handle
is put into it; `cancel` notes that it is called. CPython 3.11 to 3.15.

What stands in its log is told by `truth`, which reads it.
"""

import asyncio
import os
import sys
from asyncio import base_events, coroutines, events, tasks
from collections import deque
from collections.abc import Coroutine
from threading import get_ident
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from instrument_log import Log
from instrument_python_tasks import without_c

_ASYNCIO = os.path.dirname(asyncio.__file__) + os.sep  # noqa: PTH120 (seen by others)


_program = os.environ.pop("INSTRUMENT_PROGRAM")
_log = Log(os.environ.pop("INSTRUMENT_LOG"))
_dues: "WeakKeyDictionary[Any, float]" = WeakKeyDictionary()
_queued: dict[int, tuple[float, float]] = {}
# By thread: since when a handle is being made; the one that runs; tasks whose step is
# under way, innermost last.
_queueing: dict[int, float] = {}
_turns: dict[int, "_Turn"] = {}
_running: dict[int, list[int]] = {}
_made = [0]


class _Turn:
    """A handle while it runs, or the making of an eager task."""

    def __init__(self, handle: Any) -> None:
        self.since = monotonic()
        self.queued = _queued.pop(id(handle), None)
        self.ended: tuple[Any, ...] = ()
        self.marked: list[tuple[float, int]] = []

    def end(self) -> None:
        """Log the end of its step, if it was one, and what shows no earlier."""
        for at, number in self.marked:
            _log.write("cancel", at, monotonic(), number)
        if self.ended:
            at, *about = self.ended
            _log.write("end", at, monotonic(), *about)


class _Queue(deque[Any]):
    """A loop's queue of what is ready."""

    def append(self, handle: Any) -> None:
        at = monotonic()
        _queued[id(handle)] = _queueing.pop(get_ident(), at), at
        super().append(handle)


class _Noted(Coroutine[Any, Any, Any]):
    """A task's coroutine; what is not asked here is asked of the real one."""

    def __init__(self, coroutine: Any, task: Any) -> None:
        self._coroutine = coroutine
        self._task = task
        self.__qualname__ = _name_of(coroutine)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._coroutine, name)

    def __await__(self) -> Any:
        return self._coroutine.__await__()

    def send(self, value: Any) -> Any:
        return self._step(self._coroutine.send, value)

    def throw(self, *exception: Any) -> Any:
        return self._step(self._coroutine.throw, *exception)

    def close(self) -> None:
        self._coroutine.close()

    def _step(self, go_on: Any, *values: Any) -> Any:
        number, turn = self._task.noted_number, self._task.noted_making
        turn = turn or _turns[get_ident()]
        under_way = _running.setdefault(get_ident(), [])
        outer = under_way[-1] if under_way else None
        under_way.append(number)
        about = number, turn.queued, outer, get_ident()
        _log.write("begin", turn.since, monotonic(), *about)
        outcome: tuple[Any, ...] = ("suspended", "", None)
        try:
            future = go_on(*values)
            outcome = _suspended(future)
        except BaseException as exception:
            outcome = (*_end(exception, self._task), None)
            raise
        else:
            return future
        finally:
            turn.ended = monotonic(), number, *outcome
            under_way.pop()


def _name_of(coroutine: Any) -> str:
    return getattr(coroutine, "__qualname__", type(coroutine).__name__)


def _suspended(future: Any) -> tuple[str, str, float | None]:
    return (
        ("turn", "", None) if future is None else ("suspended", "", _dues.get(future))
    )


def _end(exception: BaseException, task: Any) -> tuple[str, str]:
    # Asked to cancel in its last step, a task is cancelled though it returns.
    is_too_late = isinstance(exception, StopIteration) and task._must_cancel
    if is_too_late or isinstance(exception, asyncio.CancelledError):
        return "cancelled", ""
    if isinstance(exception, StopIteration):
        return "done", ""
    return "failed", type(exception).__name__


def _is_only_marked(task: Any) -> bool:
    """Whether asking it to cancel does nothing yet: it is ready, or runs."""
    while hasattr(task, "_fut_waiter"):
        task = task._fut_waiter
    return task is None or bool(task.done())


def _noted(base: Any) -> Any:
    """A class of tasks that are logged, below one of the standard library."""

    class Task(base):  # type: ignore[misc]
        def __init__(self, coro: Any, **named: Any) -> None:
            _made[0] += 1
            self.noted_number = _made[0]
            self.noted_making: _Turn | None = _Turn(None)
            turn, creators = self.noted_making, _running.get(get_ident())
            is_one = coroutines.iscoroutine(coro)
            super().__init__(_Noted(coro, self) if is_one else coro, **named)
            self.noted_making = None
            turn.end()
            name, creator = base.get_name(self), creators[-1] if creators else None
            about = self.noted_number, name, _name_of(coro), creator
            _log.write("task", turn.since, monotonic(), *about)

        def set_name(self, value: object) -> None:
            super().set_name(value)
            now = monotonic()
            _log.write("named", now, now, self.noted_number, base.get_name(self))

        def cancel(self, msg: Any = None) -> bool:
            at, was_done, turn = monotonic(), self.done(), _turns.get(get_ident())
            is_to_be_marked = turn and _is_only_marked(self)
            is_to_be = bool(super().cancel(msg))
            if turn and is_to_be_marked and not was_done:
                turn.marked.append((at, self.noted_number))
            elif not was_done:
                _log.write("cancel", at, monotonic(), self.noted_number)
            return is_to_be

        def get_coro(self) -> Any:
            coroutine = super().get_coro()
            is_ours = isinstance(coroutine, _Noted)
            return coroutine._coroutine if is_ours else coroutine

    Task.__module__, Task.__qualname__ = base.__module__, base.__qualname__
    return Task


def _watch_tasks() -> None:
    is_python = os.environ.pop("INSTRUMENT_PYTHON", "")
    task: Any = _noted(without_c() if is_python else tasks.Task)
    asyncio.Task = tasks.Task = task  # type: ignore[misc]
    if sys.version_info >= (3, 12):
        factory = tasks.create_eager_task_factory(task)
        asyncio.eager_task_factory = tasks.eager_task_factory = factory


def _watch_queues() -> None:
    make = base_events.BaseEventLoop.__init__
    call_soon = base_events.BaseEventLoop._call_soon  # type: ignore[attr-defined]

    def initialize(self: Any) -> None:
        make(self)
        self._ready = _Queue()

    def _call_soon(self: Any, *arguments: Any) -> Any:
        _queueing[get_ident()] = monotonic()
        return call_soon(self, *arguments)

    base_events.BaseEventLoop.__init__ = initialize  # type: ignore[method-assign]
    base_events.BaseEventLoop._call_soon = _call_soon  # type: ignore[attr-defined]


def _watch_handles() -> None:
    run, make = events.Handle._run, events.TimerHandle.__init__

    def _run(self: Any) -> None:
        callback = self._callback
        turn = _turns[get_ident()] = _Turn(self)
        try:
            run(self)
        finally:
            del _turns[get_ident()]
            turn.end()
            if not turn.ended:
                _log.write("callback", turn.since, monotonic(), *_who_is(callback))

    def initialize(
        self: Any, when: Any, callback: Any, args: Any, loop: Any, context: Any = None
    ) -> None:
        make(self, when, callback, args, loop, context)
        is_sleep = getattr(callback, "__name__", "") == "_set_result_unless_cancelled"
        # Of a clock of its own nobody knows how fast it goes.
        has_our_clock = type(loop).time is base_events.BaseEventLoop.time
        if is_sleep and has_our_clock and abs(when) < float("inf"):
            _dues[args[0]] = when

    events.Handle._run = _run  # type: ignore[method-assign]
    events.TimerHandle.__init__ = initialize  # type: ignore[method-assign]


def _who_is(callback: Any) -> tuple[str, str]:
    function = getattr(callback, "func", callback)
    file = getattr(getattr(function, "__code__", None), "co_filename", "")
    name = getattr(function, "__name__", type(function).__name__)
    is_internal = file.startswith(_ASYNCIO) and name.startswith("_")
    whose = "asyncio" if is_internal else "other"
    return name, "program" if file == _program else whose


def watch() -> None:
    """Watch all tasks from now on."""
    _watch_tasks()
    _watch_queues()
    _watch_handles()
