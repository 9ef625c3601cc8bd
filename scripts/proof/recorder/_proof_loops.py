"""What event loops do: steps, callbacks, timers, when they are idle, their end."""

from __future__ import annotations

import atexit
import sys
from _thread import _local, get_ident
from time import monotonic

from _proof_callbacks import is_asyncios, name_of, task_of
from _proof_objects import full_type_name
from _proof_places import Places
from _proof_rewrite import (
    always_after,
    call,
    missed,
    returning_through,
    rewrite,
    when_imported,
)
from _proof_tasks import Tasks
from _proof_trace import Trace, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Seconds: a callback that takes as long is recorded whoever asked for it.
_HOLDING = 0.05


class _Here(_local):
    """What the loop of the thread that asks is doing.

    Attributes:
        begun: Of each handle that is run: since when, its task's number, else its
            callback, and whether that is asyncio's own. Locals of asyncio's functions
            would be seen in tracebacks.
        waiting_since: When the loop began to wait for events, if it does.
    """

    def __init__(self) -> None:
        self.begun: list[tuple[float, int | None, Any, bool]] = []
        self.waiting_since: float | None = None


class Loops:
    """Is called from the rewritten functions of asyncio; see `watch`.

    Attributes:
        places: Where long steps stand.
    """

    def __init__(self, trace: Trace, tasks: Tasks) -> None:
        """Write to a trace."""
        self.trace = trace
        self.tasks = tasks
        self.places = Places(trace, tasks.program)
        self._waits, self._cancels = tasks.waits, tasks.cancels
        self._here = _Here()

    def run_begins(self, handle: Any) -> None:
        """A handle is run: a step of a task, or a plain callback."""
        at = monotonic()
        begun = self._here.begun
        callback = handle._callback
        # First, so that the end finds it whatever goes wrong.
        begun.append((at, None, None, False))
        task = task_of(callback)
        if task is None:
            begun[-1] = (at, None, callback, is_asyncios(callback, handle._loop))
        else:
            number = self.tasks.begins(task, at)
            if number is None:
                return
            begun[-1] = (at, number, None, False)
        if self.places.lines is not None:
            self.places.lines.begins(at)

    def run_ends(self) -> None:
        """It has returned, or raised."""
        at = monotonic()
        begun = self._here.begun
        if not begun:
            return
        since, number, callback, is_own = begun.pop()
        took = at - since
        if took > self.trace.longest_step:  # noqa: PLR1730 (a call costs more)
            self.trace.longest_step = took
        if self.places.lines is not None:
            self.places.write(self.places.lines.ends(at, took))
        if number is not None:
            self.tasks.ends(number, at)
        elif callback is not None and (took > _HOLDING or not is_own):
            self._write_callback(at, since, callback)
        if self._waits.here.deadlines:
            self._waits.step_ends()
        cancels = self._cancels
        if cancels.ready and at >= cancels.next_look:
            cancels.look_around(at)

    def _write_callback(self, at: float, since: float, callback: Any) -> None:
        if self.trace.has_room():
            name = text(name_of(callback))
            self.trace.write_at(at, f'"callback",{since:.6f},{name},{get_ident()}')

    def scheduled(self, callback: Any, args: Any) -> None:
        """A callback was put into the queue of what is ready."""
        task = task_of(callback)
        if task is not None:
            self.tasks.scheduled(task, args)

    def task_created(self, task: Any) -> Any:
        """A loop's `create_task` is about to return a task; gives it back.

        Raises:
            Exception: What a handler of the program's for a signal raised meanwhile.
        """
        try:
            self.tasks.created(task)
        except Exception:
            if not self.trace.failed():
                raise
        return task

    def timer_set(self, loop: Any, when: Any, callback: Any, args: Any) -> None:
        """A callback is to be called at a time of the loop's clock."""
        futures: Any = sys.modules["asyncio.futures"]
        if callback is futures._set_result_unless_cancelled and args:
            self.tasks.waits.sleep_begins(args[0], loop, when)

    def select_begins(self, timeout: float | None) -> None:
        """The loop asks for events, and may wait for them."""
        self._here.waiting_since = None if timeout == 0 else monotonic()

    def select_ends(self) -> None:
        """It has its answer."""
        since = self._here.waiting_since
        if since is not None and self.trace.has_room():
            self.trace.write(f'"idle",{since:.6f}')

    def running_loop_set(self, loop: Any) -> None:
        """A loop says that it runs, or, with None, that none does in this thread."""
        event = "loop_stopped" if loop is None else "loop_started"
        self.trace.write(f'"{event}",{get_ident()}')
        base_events: Any = sys.modules.get("asyncio.base_events")
        if loop is None or base_events is None:
            return
        self.places.watch()
        if not issubclass(type(loop), base_events.BaseEventLoop):
            name = text(full_type_name(type(loop)))
            self.trace.write(f'"foreign_loop",{name}')


def watch(trace: Trace, tasks: Tasks) -> None:
    """Note what the loops of this interpreter do, and its end."""
    loops = Loops(trace, tasks)
    for name, prepare in (
        ("asyncio.events", _prepare_events),
        ("asyncio.base_events", _prepare_base_events),
        ("asyncio.tasks", _prepare_tasks),
        ("asyncio.runners", _prepare_runners),
    ):
        when_imported(name, prepare, loops)
    # Registered before anything of the program, hence called after all of it.
    atexit.register(_end, loops)


def _end(loops: Loops) -> None:
    trace = loops.trace
    loops.places.end()
    for name in missed():
        trace.write_failure(f"it did not see the import of {name}")
    trace.write_end()


def _prepare_events(events: Any, loops: Loops) -> None:
    set_running_loop = events._set_running_loop

    def note(loop: Any) -> None:
        try:
            loops.running_loop_set(loop)
        except Exception:
            if not loops.trace.failed():
                raise

    def _set_running_loop(loop: Any) -> None:
        if loop is None:
            note(loop)
        set_running_loop(loop)
        if loop is not None:
            note(loop)

    # A loop calls it and gets it back at once: it is in nobody's traceback.
    events._set_running_loop = _set_running_loop
    rewrite(
        events,
        events.Handle,
        "_run",
        lambda body: [
            call("_proof.run_begins(self)"),
            always_after(body, "_proof.run_ends()"),
        ],
    )


def _prepare_base_events(base_events: Any, _loops: Loops) -> None:
    loop = base_events.BaseEventLoop
    rewrite(
        base_events,
        loop,
        "_call_soon",
        lambda body: [call("_proof.scheduled(callback, args)"), *body],
    )
    rewrite(
        base_events,
        loop,
        "call_at",
        lambda body: [call("_proof.timer_set(self, when, callback, args)"), *body],
    )
    rewrite(
        base_events,
        loop,
        "create_task",
        lambda body: [
            call("_proof.tasks.creating(coro)"),
            always_after(
                returning_through(body, "_proof.task_created(%s)"),
                "_proof.tasks.creation_ended()",
            ),
        ],
    )
    rewrite(base_events, loop, "_run_once", _with_a_watched_select)


def _prepare_tasks(tasks: Any, _loops: Loops) -> None:
    rewrite(
        tasks,
        tasks._GatheringFuture,
        "cancel",
        lambda body: [always_after(body, "_proof.tasks.cancels.look_at_all()")],
    )


def _prepare_runners(runners: Any, _loops: Loops) -> None:
    rewrite(
        runners,
        runners.Runner,
        "_on_sigint",
        lambda body: [always_after(body, "_proof.tasks.look_at(main_task)")],
    )


def _with_a_watched_select(body: list[Any]) -> list[Any]:
    for index, node in enumerate(body):
        called = getattr(node, "value", None)
        if getattr(getattr(called, "func", None), "attr", None) == "select":
            return [
                *body[:index],
                call("_proof.select_begins(timeout)"),
                node,
                call("_proof.select_ends()"),
                *body[index + 1 :],
            ]
    raise SyntaxError("no statement of BaseEventLoop._run_once selects")
