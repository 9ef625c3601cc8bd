"""Tasks by number: who created them, what they wait for, how they ended."""

from __future__ import annotations

import sys
from _thread import get_ident
from _weakref import ref
from time import monotonic

from _proof_trace import Trace, text
from _proof_waits import Waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_TASKS = 1000
"""Tasks that are recorded; others are counted."""


class Tasks:
    """Meets every task once and tells of its life."""

    def __init__(self, trace: Trace, program: str) -> None:
        """Write to a trace; lines are told of one file, the program."""
        self.waits = Waits(program)
        self._trace = trace
        self._program = program
        self._numbers: dict[int, int] = {}
        self._references: dict[int, ref[object]] = {}
        self._names: dict[int, str] = {}
        self._begun: set[int] = set()
        self._creating: dict[int, list[int | None]] = {}
        self._met = 0

    def number(self, task: Any, coroutine: Any = None) -> int | None:
        """The number of a task; None where there are too many to record it.

        Args:
            task: The task.
            coroutine: What it executes, where that is known.
        """
        number = self._numbers.get(id(task))
        if number is None and self._met < MOST_TASKS:
            return self._meet(task, coroutine)
        return number

    def passes_over(self, task: Any) -> bool:
        """Whether there are too many tasks to record this one."""
        return self._met >= MOST_TASKS and id(task) not in self._numbers

    def current(self) -> int | None:
        """Number of the task that runs in this thread, or None."""
        events: Any = sys.modules.get("asyncio.events")
        tasks: Any = sys.modules.get("asyncio.tasks")
        loop = events._get_running_loop() if events and tasks else None
        task = tasks.current_task(loop) if loop else None
        return None if task is None else self.number(task)

    def scheduled(self, task: Any, args: Any) -> None:
        """A step of the task was put into its loop's queue of what is ready."""
        number = self.number(task)
        if number is None or not self._trace.has_room():
            return
        if args and args[0].cancelled() and _is_cancelling(task, args[0]):
            self._tell_cancel(number)
        self._trace.write('"scheduled",%d', number)

    def begins(self, task: Any, at: float) -> None:
        """A step of the task begins."""
        number = self.number(task)
        if number is None or not self._trace.has_room():
            return
        self._begun.add(number)
        # Up to 3.12, `asyncio.create_task` names a task when it is there already.
        self._tell_new_name(task, number)
        if getattr(task, "_must_cancel", False):
            self._tell_cancel(number)
        self._trace.write_at(at, '"step_begins",%d', number)

    def ends(self, task: Any, at: float) -> None:
        """A step of the task ends: it is done, or suspended, or lets others in."""
        number = self.number(task)
        if number is None:
            return
        self._tell_new_name(task, number)
        if task.done():
            # Told even where there is no room: that a task never ended would be wrong.
            self._trace.write_at(at, '"step_ends",%d,%s', number, _outcome(task))
        elif self._trace.has_room():
            self._suspended(task, number, at)

    def _suspended(self, task: Any, number: int, at: float) -> None:
        line, what = self.waits.of(task, self.number)
        self._trace.write_at(
            at, '"step_ends",%d,"suspended",%s,%s', number, _json(line), what
        )

    def creating(self) -> float:
        """`create_task` is called."""
        creators = self._creating.setdefault(get_ident(), [])
        creators.append(self.current() if self._met < MOST_TASKS else None)
        return monotonic()

    def creation_ended(self) -> None:
        """`create_task` returns or raises."""
        self._creating[get_ident()].pop()

    def created(self, task: Any, coroutine: Any, since: float) -> None:
        """`create_task` has made a task; an eager one has had its first step in it."""
        if self.passes_over(task):
            self._trace.tasks_left_out += 1
            return
        number = self.number(task, coroutine)
        if number is not None and self._is_eager(task, number):
            self._begun.add(number)
            self._trace.write_at(since, '"step_begins",%d', number)
            self.ends(task, monotonic())

    def _is_eager(self, task: Any, number: int) -> bool:
        """Whether it has begun already, without a step that the loop has run."""
        if number in self._begun:
            return False
        return task.done() or getattr(task.get_coro(), "cr_await", None) is not None

    def _meet(self, task: Any, coroutine: Any) -> int:
        self._met += 1
        number = self._numbers[id(task)] = self._met
        key = id(task)

        def forget(_reference: object) -> None:
            self._numbers.pop(key, None)
            self._references.pop(key, None)
            self._trace.write('"forgotten",%d', number)

        self._references[key] = ref(task, forget)
        # An eager task that is done has none any more: asking crashes CPython 3.12.
        if not task.done():
            coroutine = task.get_coro()
        code: Any = getattr(coroutine, "cr_code", None) or getattr(
            coroutine, "gi_code", None
        )
        is_own = getattr(code, "co_filename", None) == self._program
        name = self._names[number] = task.get_name()
        self._trace.write(
            '"task_created",%d,%s,%s,%s,%s,%d',
            number,
            text(name),
            text(getattr(coroutine, "__qualname__", type(coroutine).__name__)),
            _json(code.co_firstlineno if is_own else None),
            _json(self._creator()),
            get_ident(),
        )
        return number

    def _creator(self) -> int | None:
        creators = self._creating.get(get_ident())
        return creators[-1] if creators else self.current()

    def _tell_new_name(self, task: Any, number: int) -> None:
        name = task.get_name()
        if name != self._names[number]:
            self._names[number] = name
            self._trace.write('"named",%d,%s', number, text(name))

    def _tell_cancel(self, number: int) -> None:
        self._trace.write('"cancel_requested",%d,%s', number, _json(self.current()))


def _is_cancelling(task: Any, waited_for: Any) -> bool:
    cancelling = getattr(task, "cancelling", None)
    if cancelling is None:
        # Before 3.11 nobody can tell. Whoever waits for a task that was cancelled has
        # mostly not been cancelled itself; a plain future mostly is because of it.
        return not hasattr(waited_for, "_fut_waiter")
    return bool(cancelling() > 0)


def _outcome(task: Any) -> str:
    if task.cancelled():
        return '"cancelled"'
    # Asking by `exception()` would count as having retrieved it.
    exception = task._exception
    if exception is None:
        return '"result"'
    return '"exception",%s' % text(type(exception).__name__)


def _json(value: int | None) -> int | str:
    return "null" if value is None else value
