"""Steps of tasks: every coroutine is executed by one that notes each of its steps."""

import asyncio
import os
import types
from asyncio import coroutines
from collections.abc import Generator
from threading import get_ident
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from instrument_log import Log

ASYNCIO = os.path.dirname(asyncio.__file__) + os.sep  # noqa: PTH120 (seen by others)
"""The folder of asyncio."""

log = Log(os.environ.pop("INSTRUMENT_LOG"))

dues: "WeakKeyDictionary[Any, float]" = WeakKeyDictionary()
"""Until when a sleep is to last, by the future that it waits for."""

queued: dict[int, tuple[float, float]] = {}
"""When handles were put into the queue of what is ready, by their identity."""

turns: dict[int, "Turn"] = {}
"""By thread: the handle that runs."""

running: dict[int, list[int]] = {}
"""By thread: tasks whose step is under way, innermost last."""

doomed: list[Any] = []
"""Tasks that were asked to cancel before they have begun."""


class Turn:
    """A handle while it runs, or the making of an eager task."""

    def __init__(self, handle: Any) -> None:
        self.since = monotonic()
        self.queued = queued.pop(id(handle), None)
        self.ended: tuple[Any, ...] = ()
        self.marked: list[tuple[float, int]] = []

    def begin(self, task: Any, outer: int | None) -> None:
        """Log the beginning of its step, inside that of another task if it is eager."""
        about = task.noted_number, self.queued, outer, get_ident()
        log.write("begin", self.since, monotonic(), *about)

    def end(self) -> None:
        """Log the end of its step, if it was one, and what shows no earlier."""
        loop = asyncio._get_running_loop()
        for task in [t for t in doomed if t.done() and t.get_loop() is loop]:
            doomed.remove(task)
            if not task.noted_has_begun:
                # It was thrown at what had not begun: nothing of that is executed.
                self.begin(task, None)
                self.ended = monotonic(), task.noted_number, "cancelled", "", None
        for at, number in self.marked:
            log.write("cancel", at, monotonic(), number)
        if self.ended:
            at, *about = self.ended
            log.write("end", at, monotonic(), *about)


def wrapped(coroutine: Any, task: Any) -> Any:
    """What a task is to execute instead of its coroutine."""
    if not coroutines.iscoroutine(coroutine):
        return coroutine
    noted: Any = _noted(coroutine, task)
    noted.__name__ = noted.__qualname__ = name_of(coroutine)
    return noted


def name_of(coroutine: Any) -> str:
    """What a coroutine is called."""
    return str(getattr(coroutine, "__qualname__", type(coroutine).__name__))


def is_asyncios(coroutine: Any) -> bool:
    """Whether a coroutine is a private one of asyncio, made by asyncio itself."""
    file = getattr(getattr(coroutine, "cr_code", None), "co_filename", "")
    is_private = name_of(coroutine).rpartition(".")[2].startswith(("_", "shutdown_"))
    return bool(file.startswith(ASYNCIO)) and is_private


async def _noted(coroutine: Any, task: Any) -> Any:
    return await _steps(coroutine, task)


@types.coroutine
def _steps(coroutine: Any, task: Any) -> Generator[Any, Any, Any]:
    go_on, value = coroutine.send, None
    while True:
        try:
            future = _step(go_on, value, task)
        except StopIteration as stop:
            return stop.value
        try:
            go_on, value = coroutine.send, (yield future)
        except GeneratorExit:
            coroutine.close()
            raise
        except BaseException as exception:  # noqa: BLE001 (a cancellation, too)
            go_on, value = coroutine.throw, exception


def _step(go_on: Any, value: Any, task: Any) -> Any:
    turn = task.noted_making or turns[get_ident()]
    task.noted_has_begun = True
    under_way = running.setdefault(get_ident(), [])
    turn.begin(task, under_way[-1] if under_way else None)
    under_way.append(task.noted_number)
    outcome: tuple[Any, ...] = ("suspended", "", None)
    try:
        future = go_on(value)
        outcome = _suspended(future)
    except BaseException as exception:
        outcome = (*_end(exception, task), None)
        raise
    else:
        return future
    finally:
        turn.ended = monotonic(), task.noted_number, *outcome
        under_way.pop()


def _suspended(future: Any) -> tuple[str, str, float | None]:
    if future is None:
        return "turn", "", None
    return "suspended", "", dues.get(future)


def _end(exception: BaseException, task: Any) -> tuple[str, str]:
    # Asked to cancel in its last step, a task is cancelled though it returns.
    is_too_late = isinstance(exception, StopIteration) and task._must_cancel
    if is_too_late or isinstance(exception, asyncio.CancelledError):
        return "cancelled", ""
    if isinstance(exception, StopIteration):
        return "done", ""
    return "failed", type(exception).__name__
