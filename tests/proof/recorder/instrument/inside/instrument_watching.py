"""Writes down what tasks really do, in their own process, by nobody's word but theirs.

It shares no code and no idea with the recorder: every coroutine is executed by one that
notes its steps; every queue of a loop notes when a handle is put into it; `cancel`
notes that it is called. CPython 3.11 to 3.15.

What is in its log is said by `truth`, which reads it.
"""

import asyncio
import os
import sys
from asyncio import base_events, events, tasks
from collections import deque
from threading import get_ident
from time import monotonic
from typing import Any

from instrument_python_tasks import without_c
from instrument_steps import (
    ASYNCIO,
    Turn,
    doomed,
    dues,
    is_asyncios,
    log,
    name_of,
    queued,
    running,
    turns,
    wrapped,
)

_program = os.environ.pop("INSTRUMENT_PROGRAM")
# By thread: since when a handle is being made.
_queueing: dict[int, float] = {}
_made = [0]


class _Queue(deque[Any]):
    """A loop's queue of what is ready."""

    def append(self, handle: Any) -> None:
        at = monotonic()
        queued[id(handle)] = _queueing.pop(get_ident(), at), at
        super().append(handle)


def _is_only_marked(task: Any) -> bool:
    """Whether asking it to cancel does nothing yet: it is ready, or runs."""
    while hasattr(task, "_fut_waiter"):
        task = task._fut_waiter
    return task is None or bool(task.done())


def _watched(base: Any) -> Any:
    """A class of tasks that are logged, below one of the standard library."""

    class Task(base):  # type: ignore[misc]
        def __init__(self, coro: Any, **named: Any) -> None:
            _made[0] += 1
            self.noted_number = _made[0]
            self.noted_coroutine, self.noted_has_begun = coro, False
            self.noted_making: Turn | None = Turn(None)
            turn, creators = self.noted_making, running.get(get_ident())
            super().__init__(wrapped(coro, self), **named)
            self.noted_making = None
            turn.end()
            name, creator = base.get_name(self), creators[-1] if creators else None
            about = self.noted_number, name, name_of(coro), is_asyncios(coro), creator
            log.write("task", turn.since, monotonic(), *about)

        def set_name(self, value: object) -> None:
            super().set_name(value)
            now = monotonic()
            log.write("named", now, now, self.noted_number, base.get_name(self))

        def cancel(self, msg: Any = None) -> bool:
            at, was_done, turn = monotonic(), self.done(), turns.get(get_ident())
            if not was_done and not self.noted_has_begun and self not in doomed:
                doomed.append(self)
            is_to_be_marked = turn and _is_only_marked(self)
            is_to_be = bool(super().cancel(msg))
            if turn and is_to_be_marked and not was_done:
                turn.marked.append((at, self.noted_number))
            elif not was_done:
                log.write("cancel", at, monotonic(), self.noted_number)
            return is_to_be

        def get_coro(self) -> Any:
            return self.noted_coroutine if super().get_coro() else None

    Task.__module__, Task.__qualname__ = base.__module__, base.__qualname__
    return Task


def _watch_tasks() -> None:
    is_python = os.environ.pop("INSTRUMENT_PYTHON", "")
    task: Any = _watched(without_c() if is_python else tasks.Task)
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
        turn = turns[get_ident()] = Turn(self)
        try:
            run(self)
        finally:
            del turns[get_ident()]
            turn.end()
            if not turn.ended:
                log.write("callback", turn.since, monotonic(), *_who_is(callback))

    def initialize(
        self: Any, when: Any, callback: Any, args: Any, loop: Any, context: Any = None
    ) -> None:
        make(self, when, callback, args, loop, context)
        is_sleep = getattr(callback, "__name__", "") == "_set_result_unless_cancelled"
        # Of a clock of its own nobody knows how fast it goes.
        has_our_clock = type(loop).time is base_events.BaseEventLoop.time
        if is_sleep and has_our_clock and abs(when) < float("inf"):
            dues[args[0]] = when

    events.Handle._run = _run  # type: ignore[method-assign]
    events.TimerHandle.__init__ = initialize  # type: ignore[method-assign]


def _who_is(callback: Any) -> tuple[str, str]:
    function = getattr(callback, "func", callback)
    file = getattr(getattr(function, "__code__", None), "co_filename", "")
    name = getattr(function, "__name__", type(function).__name__)
    is_internal = file.startswith(ASYNCIO) and name.startswith("_")
    whose = "asyncio" if is_internal else "other"
    return name, "program" if file == _program else whose


def watch() -> None:
    """Watch all tasks from now on."""
    _watch_tasks()
    _watch_queues()
    _watch_handles()
