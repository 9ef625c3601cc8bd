"""Making a history out of a trace."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from proof.recording.trace import Event, Trace
from proof.runs.history import HOLDING, LATE, End, History, Kind, Lane, Span, State

# Tasks that asyncio makes for itself: at the end of asyncio.run, for a server, a pipe.
_HOUSEKEEPING = re.compile(
    r"BaseEventLoop\.shutdown_\w+$|\w*(EventLoop|Transport)\._\w+$"
)
_NAMED_BY_ASYNCIO = re.compile(r"Task-\d+$|None$")
_ENDS: dict[str, End] = {
    "result": "done",
    "exception": "failed",
    "cancelled": "cancelled",
}
_WORDS = {
    "future": "a future",
    "event": "an event",
    "lock": "a lock",
    "semaphore": "a semaphore",
    "condition": "a condition",
    "queue": "a queue",
    "barrier": "a barrier",
    "task group": "its task group",
    "process": "a process",
    "thread": "a thread",
    "input or output": "input or output",
}


_ABOUT_A_TASK = ("named", "scheduled", "step_begins", "step_ends", "cancel_requested")
# What a task waits for, as the trace tells it: `("sleep", due)`, `("task", 3)`, ...
Waits = tuple[Any, ...]


def build_history(trace: Trace, zero: float, end: float) -> History:
    """Tell a trace as lanes and spans; of a damaged one nothing can be told.

    Args:
        trace: What the recorder saw.
        zero: Time zero, in seconds of `time.monotonic`.
        end: When the execution ended, on the same clock.
    """
    if trace.is_damaged:
        return History((), end - zero)
    return _Historian(zero, end).write(trace)


@dataclass
class _Task:
    """A task while its events are being read; times are relative to time zero."""

    number: int
    name: str
    coroutine: str
    line: int | None
    creator: int | None
    thread: int
    created_at: float
    since: float
    """Since when it has been running, or waiting."""
    is_running: bool = False
    scheduled_at: float | None = None
    waits: Waits = ("turn",)
    spans: list[tuple[Span, Waits]] = field(default_factory=list)
    cancels: list[float] = field(default_factory=list)
    end: End = "pending"
    ended_at: float | None = None
    exception: str = ""

    @property
    def is_housekeeping(self) -> bool:
        return bool(_HOUSEKEEPING.match(self.coroutine))

    @property
    def due(self) -> float | None:
        return self.waits[1] if self.waits[0] == "sleep" else None

    def add(self, state: State, begin: float, end: float) -> None:
        """Add a span, unless it has no length."""
        if end > begin:
            waits = self.waits if state in ("suspended", "overdue") else ()
            due = self.due if waits else None
            self.spans.append((Span(state, begin, end, self.line, due=due), waits))

    def end_step(self, at: float) -> None:
        """Tell what it did since its step began, or was gone on with."""
        self.add("holding" if at - self.since > HOLDING else "running", self.since, at)

    def end_wait(self, at: float) -> None:
        """Tell how it waited: for what, and then for its turn."""
        due = self.due
        if due is not None and at - due > LATE:
            due = max(due, self.since)
            self.add("suspended", self.since, due)
            self.add("overdue", due, at)
            return
        ready_at = at if self.scheduled_at is None else self.scheduled_at
        if self.waits[0] == "turn":
            ready_at = self.since
        self.add("suspended", self.since, ready_at)
        self.add("ready", ready_at, at)


class _Historian:
    """Reads events in order of time, each by the method named after it."""

    def __init__(self, zero: float, end: float) -> None:
        self._zero = zero
        self._took = end - zero
        self._tasks: dict[int, _Task] = {}
        self._running: dict[int, list[_Task]] = {}
        self._threads: dict[int, list[Span]] = {}
        self._calls: dict[int, tuple[float, str]] = {}
        self._callbacks: list[Span] = []
        self._idle: list[tuple[float, float]] = []
        self._left_out = (0, 0)
        self._steps = 0
        self._readers: dict[str, Callable[..., None]] = {
            "named": self._named,
            "scheduled": self._scheduled,
            "step_begins": self._step_begins,
            "step_ends": self._step_ends,
            "cancel_requested": self._cancel_requested,
            "callback": self._callback,
            "idle": self._was_idle,
            "work_begins": self._work_begins,
            "work_ends": self._work_ends,
            "left_out": self._was_left_out,
        }

    def write(self, trace: Trace) -> History:
        """Read all events, and tell them as a history."""
        # An eager task is met while its first step is already under way.
        for event in trace.named("task_created"):
            self._meet(event.at - self._zero, event.values)
        for event in sorted(trace.events, key=lambda event: event.at):
            reader = self._readers.get(event.name)
            if reader and not self._is_about_a_stranger(event):
                reader(event.at - self._zero, *event.values)
        for task in self._tasks.values():
            self._cut_off(task)
        for thread in list(self._calls):
            self._work_ends(self._took, thread)
        return History(
            lanes=tuple(self._lanes()),
            took=self._took,
            steps=self._steps,
            idle=tuple(self._idle),
            tasks_left_out=self._left_out[0],
            events_left_out=self._left_out[1],
        )

    def _is_about_a_stranger(self, event: Event) -> bool:
        return event.name in _ABOUT_A_TASK and event.values[0] not in self._tasks

    def _meet(self, at: float, values: tuple[Any, ...]) -> None:
        number, name, coroutine, line, creator, thread = values
        self._tasks[number] = _Task(
            number, name, coroutine, line, creator, thread, created_at=at, since=at
        )

    def _named(self, _at: float, number: int, name: str) -> None:
        self._tasks[number].name = name

    def _scheduled(self, at: float, number: int) -> None:
        task = self._tasks[number]
        if not task.is_running:
            task.scheduled_at = at

    def _step_begins(self, at: float, number: int) -> None:
        task = self._tasks[number]
        self._steps += not task.is_housekeeping
        task.end_wait(at)
        task.created_at = min(task.created_at, at)
        under_way = self._running.setdefault(task.thread, [])
        if under_way:
            # An eager task begins inside the step of the one that creates it.
            under_way[-1].end_step(at)
            under_way[-1].since = at
        under_way.append(task)
        task.is_running, task.since, task.scheduled_at = True, at, None

    def _step_ends(
        self,
        at: float,
        number: int,
        outcome: str,
        detail: int | str | None = None,
        waits: Sequence[Any] = (),
    ) -> None:
        task = self._tasks[number]
        if task.is_running:
            self._leave(task, at)
        else:
            # Where there is no room for more, only that it ended is told.
            task.end_wait(at)
        task.is_running, task.since = False, at
        if outcome == "suspended":
            task.line = detail if isinstance(detail, int) else task.line
            task.waits = self._relative(waits)
        else:
            task.end, task.ended_at = _ENDS[outcome], at
            task.exception = str(detail or "")

    def _leave(self, task: _Task, at: float) -> None:
        task.end_step(at)
        under_way = self._running[task.thread]
        under_way.remove(task)
        if under_way:
            under_way[-1].add("ready", under_way[-1].since, at)
            under_way[-1].since = at

    def _relative(self, waits: Sequence[Any]) -> Waits:
        if waits[0] == "sleep":
            return "sleep", round(waits[1] - self._zero, 6)
        return tuple(waits)

    def _cancel_requested(self, at: float, number: int, _by: int | None) -> None:
        task = self._tasks[number]
        if task.end == "pending":
            task.cancels.append(at)

    def _callback(self, at: float, since: float, _thread: int, name: str) -> None:
        self._callbacks.append(_call(since - self._zero, at, name))

    def _was_idle(self, at: float, since: float, _thread: int) -> None:
        self._idle.append((since - self._zero, at))

    def _work_begins(self, at: float, thread: int, name: str) -> None:
        self._calls[thread] = (at, name)

    def _work_ends(self, at: float, thread: int) -> None:
        since, name = self._calls.pop(thread, (at, ""))
        self._threads.setdefault(thread, []).append(
            Span("running", since, at, waits_for=name)
        )

    def _was_left_out(self, _at: float, tasks: int, events: int) -> None:
        self._left_out = (tasks, events)

    def _cut_off(self, task: _Task) -> None:
        """Tell what a task did when the recording ended, if it had not ended."""
        if task.is_running and self._running[task.thread][-1] is not task:
            task.add("ready", task.since, self._took)
        elif task.is_running:
            task.end_step(self._took)
        elif task.end == "pending":
            task.end_wait(self._took)

    def _lanes(self) -> Iterator[Lane]:
        tasks = [task for task in self._tasks.values() if not task.is_housekeeping]
        tasks.sort(key=lambda task: (task.created_at, task.number))
        numbers = (task.number for task in tasks)
        labels = dict(zip(numbers, _labels(tasks), strict=True))
        for task in tasks:
            yield _task_lane(task, labels)
        for index, spans in enumerate(self._threads.values(), 1):
            yield _plain_lane("thread", f"thread {index}", spans)
        if self._callbacks:
            yield _plain_lane("callbacks", "callbacks", self._callbacks)


def _call(begin: float, end: float, name: str) -> Span:
    """A span of something that is no task; its name stands in `waits_for`."""
    state: State = "holding" if end - begin > HOLDING else "running"
    return Span(state, begin, end, waits_for=name)


def _task_lane(task: _Task, labels: Mapping[int, str]) -> Lane:
    return Lane(
        kind="task",
        number=task.number,
        label=labels[task.number],
        created_at=task.created_at,
        created_by=labels.get(task.creator or 0, ""),
        spans=tuple(
            replace(span, waits_for=_words(waits, labels)) for span, waits in task.spans
        ),
        end=task.end,
        ended_at=task.ended_at,
        exception=task.exception,
        cancels=tuple(task.cancels),
    )


def _plain_lane(kind: Kind, label: str, spans: Sequence[Span]) -> Lane:
    return Lane(kind, label, spans[0].begin, "", tuple(spans), "done", spans[-1].end)


def _words(waits: Waits, labels: Mapping[int, str]) -> str:
    """What a task waits for, as the end of a sentence that says it is suspended."""
    if not waits:
        return ""
    what, *rest = waits
    if what == "sleep":
        return f"until {rest[0]:.3f} s"
    if what == "task":
        return f"for {labels.get(rest[0], 'a task')}"
    if what == "gather":
        listed, more = rest
        names = [labels[number] for number in listed if number in labels]
        return f"for {_enumeration(names, more)}" if names else "for what it gathers"
    return f"for {_WORDS.get(what, 'a future')}"


def _enumeration(names: Sequence[str], more: int = 0) -> str:
    if len(names) + more > 3:
        return f"{names[0]}, {names[1]} and {len(names) + more - 2} others"
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _labels(tasks: Sequence[_Task]) -> list[str]:
    """Names that a reader can tell apart: given ones, else coroutine and ordinal."""
    names = [_name(task) for task in tasks]
    total = Counter(names)
    taken = {name for name in names if total[name] == 1}
    ordinals = {name: count(1) for name in names}
    labels = []
    for name in names:
        label = name
        if total[name] > 1:
            numbered = (f"{name} {ordinal}" for ordinal in ordinals[name])
            label = next(label for label in numbered if label not in taken)
            taken.add(label)
        labels.append(label)
    return labels


def _name(task: _Task) -> str:
    if not _NAMED_BY_ASYNCIO.match(task.name):
        return task.name
    return task.coroutine.rpartition("<locals>.")[2]
