"""What event loops do: steps, callbacks, timers, when they are idle, their end."""

from __future__ import annotations

import atexit
import sys
from _thread import get_ident
from time import monotonic

from _proof_rewrite import (
    always_after,
    call,
    missed,
    returning_through,
    rewrite,
    when_imported,
)
from _proof_tasks import Tasks
from _proof_trace import Trace, name_of, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# asyncio's own callbacks; a program has not asked for them by name.
_HOUSEKEEPING = {
    "_call_check_cancel",
    "_call_set_state",
    "_done_callback",
    "_on_completion",
    "_on_timeout",
    "_read_from_self",
    "_release_waiter",
    "_run_until_complete_cb",
    "_set_result_unless_cancelled",
    "_set_state",
    "set_result",
}
_NEVER = float("inf")


class Loops:
    """Is called from the rewritten functions of asyncio; see `watch`."""

    def __init__(self, trace: Trace, tasks: Tasks) -> None:
        """Write to a trace."""
        self.trace = trace
        self.tasks = tasks

    def run_begins(self, handle: Any) -> tuple[Any, float, Any]:
        """A handle is run: a step of a task, or a plain callback."""
        at = monotonic()
        task = _task_of(handle._callback)
        if task is not None:
            if self.tasks.passes_over(task):
                return None, at, None
            self.tasks.begins(task, at)
        return task, at, handle._callback

    def run_ends(self, begun: tuple[Any, float, Any]) -> None:
        """It has returned, or raised."""
        at = monotonic()
        task, since, callback = begun
        if at - since > self.trace.longest_step:  # noqa: PLR1730 (a call costs more)
            self.trace.longest_step = at - since
        if callback is None:
            self.tasks.waits.deadlines.clear()
            return
        if task is not None:
            self.tasks.ends(task, at)
        elif _is_the_programs(callback) and self.trace.has_room():
            form = '"callback",%.6f,%d,%s'
            self.trace.write_at(at, form, since, get_ident(), name_of(callback))

    def scheduled(self, callback: Any, args: Any) -> None:
        """A callback was put into the queue of what is ready."""
        task = _task_of(callback)
        if task is not None and not self.tasks.passes_over(task):
            self.tasks.scheduled(task, args)

    def task_created(self, task: Any, coroutine: Any, since: float) -> Any:
        """A loop's `create_task` is about to return a task; gives it back."""
        try:
            self.tasks.created(task, coroutine, since)
        except Exception:  # noqa: BLE001 (whoever creates tasks must not feel it)
            self.trace.write_failure()
        return task

    def timer_set(self, when: float, callback: Any, args: Any) -> None:
        """A callback is to be called at a time of the loop's clock."""
        if not abs(when) < _NEVER:
            # NaN neither. JSON has no word for them, and no picture a place.
            return
        name = getattr(callback, "__name__", "")
        if name == "_set_result_unless_cancelled" and args:
            self.tasks.waits.deadlines[id(args[0])] = when
        elif _is_the_programs(callback) and self.trace.has_room():
            self.trace.write('"timer_set",%.6f,%s', when, name_of(callback))

    def select_begins(self, timeout: float | None) -> float | None:
        """The loop asks for events; when it began to wait, if it does."""
        return None if timeout == 0 or not self.trace.has_room() else monotonic()

    def select_ends(self, since: float | None) -> None:
        """It has its answer."""
        if since is not None:
            self.trace.write('"idle",%.6f,%d', since, get_ident())

    def running_loop_set(self, loop: Any) -> None:
        """A loop says that it runs, or, with None, that none does in this thread."""
        event = "loop_stopped" if loop is None else "loop_started"
        self.trace.write('"%s",%d', event, get_ident())
        base_events: Any = sys.modules.get("asyncio.base_events")
        if loop is None or base_events is None:
            return
        if not isinstance(loop, base_events.BaseEventLoop):
            kind = type(loop)
            name = "%s.%s" % (kind.__module__, kind.__qualname__)
            self.trace.write('"foreign_loop",%s', text(name))


def watch(trace: Trace, tasks: Tasks) -> None:
    """Note what the loops of this interpreter do, and its end."""
    loops = Loops(trace, tasks)
    when_imported("asyncio.events", lambda module: _watch_events(module, loops), trace)
    when_imported(
        "asyncio.base_events", lambda module: _watch_loop(module, loops), trace
    )
    # Registered before anything of the program, hence called after all of it.
    atexit.register(_end, trace)


def _end(trace: Trace) -> None:
    for name in missed():
        trace.write('"recorder_failed",%s', text("it was not told of " + name))
    trace.write_end()


def _watch_events(events: Any, loops: Loops) -> None:
    events._proof = loops
    set_running_loop = events._set_running_loop

    def _set_running_loop(loop: Any) -> None:
        if loop is None:
            loops.running_loop_set(loop)
        set_running_loop(loop)
        if loop is not None:
            loops.running_loop_set(loop)

    # A loop calls it and gets it back at once: it is in nobody's traceback.
    events._set_running_loop = _set_running_loop
    rewrite(
        events,
        events.Handle,
        "_run",
        lambda body: [
            call("_proof_begun = _proof.run_begins(self)"),
            always_after(body, "_proof.run_ends(_proof_begun)"),
        ],
    )


def _watch_loop(base_events: Any, loops: Loops) -> None:
    base_events._proof = loops
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
        lambda body: [call("_proof.timer_set(when, callback, args)"), *body],
    )
    rewrite(
        base_events,
        loop,
        "create_task",
        lambda body: [
            call("_proof_since = _proof.tasks.creating()"),
            always_after(
                returning_through(body, "_proof.task_created(%s, coro, _proof_since)"),
                "_proof.tasks.creation_ended()",
            ),
        ],
    )
    rewrite(base_events, loop, "_run_once", _with_a_watched_select)


def _with_a_watched_select(body: list[Any]) -> list[Any]:
    for index, node in enumerate(body):
        function = getattr(getattr(node, "value", None), "func", None)
        if getattr(function, "attr", None) == "select":
            return [
                *body[:index],
                call("_proof_since = _proof.select_begins(timeout)"),
                node,
                call("_proof.select_ends(_proof_since)"),
                *body[index + 1 :],
            ]
    raise SyntaxError("no statement of BaseEventLoop._run_once selects")


def _is_the_programs(callback: Any) -> bool:
    function = getattr(callback, "func", callback)
    return getattr(function, "__name__", "") not in _HOUSEKEEPING


def _task_of(callback: Any) -> Any:
    owner = getattr(callback, "__self__", None)
    # True of tasks in C, in Python, and of subclasses of either.
    return owner if hasattr(owner, "_fut_waiter") else None
