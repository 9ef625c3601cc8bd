"""Tasks by number: who created them, what they wait for, how they ended."""

from __future__ import annotations

import sys
from _thread import _local, get_ident
from itertools import count
from time import monotonic

from _proof_cancels import Cancels
from _proof_known import Known, has_begun, is_cancelled, kind_of, outcome_of
from _proof_objects import CODE, given_by_c, type_name
from _proof_trace import Trace, number_or_null, text
from _proof_waits import Waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_TASKS = 1000
"""Tasks that are recorded; others are counted."""


class _Here(_local):
    """What is under way in the thread that asks."""

    def __init__(self) -> None:
        self.creators: list[tuple[int | None, Any, float]] = []


class Tasks:
    """Meets every task once and records its life.

    Attributes:
        program: The file whose lines are told.
    """

    def __init__(self, trace: Trace, program: str) -> None:
        """Write to a trace; lines are those of one file, the program."""
        self.waits = Waits(program)
        self.cancels = Cancels(trace)
        self._trace = trace
        self.program = program
        self._known: dict[int, Known] = {}
        self._by_number: dict[int, Known] = {}
        # Filled by a callback in C: one in Python could catch a signal's exception.
        self._dead: list[Known] = []
        self._numbers = count(1)
        self._is_full = False
        self._here = _Here()

    def known(self, task: Any) -> Known | None:
        """A task that has been met."""
        if self._dead:
            self._forget()
        return self._known.get(id(task))

    def met(self, task: Any, coroutine: Any = None) -> Known | None:
        """A task, met now or before; None for what is not one, or one too many.

        Args:
            task: The task.
            coroutine: What it executes, where that is known.
        """
        if self._dead:
            self._forget()
        known = self._known.get(id(task))
        if known is None and not self._is_full:
            return self._meet(task, coroutine)
        return known

    def number(self, task: Any) -> int | None:
        """The number of a task, if it has one."""
        known = self.met(task)
        return None if known is None else known.number

    def current(self) -> int | None:
        """Number of the task that runs in this thread, or None."""
        events: Any = sys.modules.get("asyncio.events")
        current_task = getattr(sys.modules.get("asyncio.tasks"), "current_task", None)
        base_events: Any = sys.modules.get("asyncio.base_events")
        if current_task is None or base_events is None:
            return None
        loop = events._get_running_loop()
        task = None if loop is None else current_task(loop)
        if task is None:
            return None
        if issubclass(type(loop), getattr(base_events, "BaseEventLoop", ())):
            return self.number(task)
        # Of a foreign loop no end of a task may be seen: better not to begin.
        known = self.known(task)
        return None if known is None else known.number

    def scheduled(self, task: Any, args: Any) -> None:
        """A step of the task was put into its loop's queue of what is ready."""
        known = self.met(task)
        if known is None or not self._trace.has_room():
            return
        if args and is_cancelled(args[0]):
            self.cancels.look_at(known, task)
        self._trace.write(f'"scheduled",{known.number}')
        self.cancels.is_ready(known)

    def begins(self, task: Any, at: float) -> int | None:
        """A step of the task begins; its number, if it is recorded."""
        # As `met` does: of too many tasks, nothing else is done.
        if self._dead:
            self._forget()
        known = self._known.get(id(task))
        if known is None and not self._is_full:
            known = self._meet(task, None)
        if known is None:
            return None
        known.is_in_step = self._trace.has_room()
        if known.is_in_step:
            if not known.has_begun:
                # Up to 3.12 `asyncio.create_task` names a task that is there already.
                self._write_new_name(known, task)
                known.has_begun = True
            self.cancels.step_begins(known, task)
            self._trace.write_at(at, f'"step_begins",{known.number},{get_ident()}')
        elif self.cancels.ready:
            # Nothing can be recorded of what would be found.
            self.cancels.ready.clear()
        return known.number

    def ends(self, number: int, at: float) -> None:
        """A step of the task ends: it is done, or suspended, or lets others in."""
        known = self._by_number.get(number)
        task = None if known is None else known()
        if known is None or task is None:
            return
        if known.kind.done(task):
            # Even where there is no room: that a task never ended would be wrong.
            self._write_new_name(known, task)
            if known.is_in_step:
                self.cancels.last_step_ends(known, task, at)
            self._trace.write_at(at, outcome_of(known, task))
        elif known.is_in_step:
            self._write_new_name(known, task)
            what = self.waits.of(task, known.kind.get_coro(task), self.number)
            self._trace.write_at(at, f'"suspended",{number},{what}')
            self.cancels.step_ends(known, task)
        known.is_in_step = False

    def look_at(self, task: Any) -> None:
        """Something may have asked this task to cancel, and may have reached others."""
        known = self.met(task)
        if known is not None:
            self.cancels.look_at(known, task)

    def creating(self, coroutine: Any) -> None:
        """`create_task` is called."""
        if not self._is_full:
            self._here.creators.append((self.current(), coroutine, monotonic()))

    def creation_ended(self) -> None:
        """`create_task` returns or raises."""
        if self._here.creators:
            self._here.creators.pop()

    def created(self, task: Any) -> None:
        """`create_task` has made a task; an eager one has had its first step in it."""
        creators = self._here.creators
        _, coroutine, since = creators[-1] if creators else (None, None, monotonic())
        known = self.met(task, coroutine)
        if known is None:
            self._trace.tasks_left_out += self._is_full
        elif not known.has_begun and has_begun(known, task):
            known.has_begun = known.is_in_step = True
            self._trace.write_at(since, f'"step_begins",{known.number},{get_ident()}')
            self.ends(known.number, monotonic())

    def _meet(self, task: Any, coroutine: Any) -> Known | None:
        kind = kind_of(task)
        number = next(self._numbers) if kind else 0
        if number > MOST_TASKS:
            self._is_full = True
        if not number or self._is_full:
            return None
        known = Known(task, self._dead.append)
        known.key, known.number, known.kind = id(task), number, kind
        known.cancelling = 0
        known.has_begun = known.is_in_step = known.is_parent = False
        known.name = kind.get_name(task)
        self._known[known.key] = self._by_number[number] = known
        # An eager task that is done has none any more: asking crashes CPython 3.12.
        if not kind.done(task):
            coroutine = kind.get_coro(task)
        self._write_created(known, coroutine)
        return known

    def _write_created(self, known: Known, coroutine: Any) -> None:
        code = given_by_c(coroutine, "cr_code") or given_by_c(coroutine, "gi_code")
        has_code = type(code) is CODE
        is_own = has_code and code.co_filename == self.program
        name = given_by_c(coroutine, "__qualname__") if has_code else None
        if type(name) is not str:
            name = type_name(type(coroutine))
        creators = self._here.creators
        creator = creators[-1][0] if creators else self.current()
        self._trace.write(
            f'"task_created",{known.number},{text(known.name)},{text(name)},'
            f"{number_or_null(code.co_firstlineno if is_own else None)},"
            f"{number_or_null(creator)}"
        )

    def _write_new_name(self, known: Known, task: Any) -> None:
        name = known.kind.get_name(task)
        if name != known.name:
            known.name = name
            self._trace.write(f'"named",{known.number},{text(name)}')

    def _forget(self) -> None:
        while self._dead:
            known = self._dead.pop()
            self._by_number.pop(known.number, None)
            if self._known.get(known.key) is known:
                del self._known[known.key]
