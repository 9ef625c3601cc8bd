"""Making a history out of a trace."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from proof.recording import events as e
from proof.recording.lane_labels import (
    callbacks_label,
    labels_of,
    thread_labels,
    words_for,
)
from proof.recording.places import Places
from proof.recording.task import TURN, Task, Wait
from proof.recording.trace import Trace
from proof.runs.history import HOLDING, End, History, Kind, Lane, Place, Span, State

_ABOUT_A_TASK = (
    e.Named,
    e.Scheduled,
    e.CancelRequested,
    e.StepBegins,
    e.Suspended,
    e.Returned,
    e.Failed,
    e.Cancelled,
)


def build_history(trace: Trace, zero: float, end: float) -> History:
    """Build lanes and spans from a trace; none where it cannot be relied on.

    Args:
        trace: What the recorder saw.
        zero: Time zero, in seconds of `time.monotonic`.
        end: When the execution ended, on the same clock.
    """
    if trace.is_damaged or trace.shortcoming:
        why = trace.shortcoming or "its trace was damaged"
        return History((), end - zero, shortcoming=why)
    places = Places(trace.of(e.Stood), zero)
    history = _Historian(zero, end, places).read(trace)
    return replace(history, foreign_loop=trace.is_foreign)


class _Historian:
    """Reads events in order of time."""

    def __init__(self, zero: float, end: float, places: Places) -> None:
        self._zero = zero
        self._places = places
        self._took = end - zero
        self._tasks: dict[int, Task] = {}
        self._under_way: dict[int, list[Task]] = {}
        self._threads: dict[int, list[Span]] = {}
        self._calls: dict[int, tuple[float, str]] = {}
        self._callbacks: list[Span] = []
        self._idle: list[tuple[float, float]] = []
        self._left_out = (0, 0)
        self._steps = 0
        self._is_unrecorded = False

    def read(self, trace: Trace) -> History:
        """Read all events, and return what they say as a history."""
        # An eager task is met while its first step is already under way.
        for created in trace.of(e.TaskCreated):
            self._meet(created)
        for event in sorted(trace.events, key=lambda event: event.at):
            at = event.at - self._zero
            if not isinstance(event, _ABOUT_A_TASK):
                self._read(at, event)
            elif event.task in self._tasks:
                self._read_of(self._tasks[event.task], at, event)
        for task in self._tasks.values():
            self._cut_off(task)
        for thread, (since, name) in self._calls.items():
            self._add_call(thread, since, self._took, name)
        return History(
            lanes=tuple(self._lanes()),
            took=self._took,
            steps=self._steps,
            idle=tuple(self._idle),
            tasks_left_out=self._left_out[0],
            events_left_out=self._left_out[1],
        )

    def _meet(self, event: e.TaskCreated) -> None:
        at = event.at - self._zero
        self._tasks[event.task] = Task(
            event.task,
            event.name,
            event.coroutine,
            event.line,
            event.creator,
            created_at=at,
            since=at,
        )

    def _read(self, at: float, event: e.Event) -> None:
        match event:
            case e.Callback():
                self._add_callback(event.since - self._zero, at, event)
            case e.Idle():
                self._idle.append((event.since - self._zero, at))
            case e.WorkBegins():
                self._calls[event.thread] = (at, event.function)
            case e.WorkEnds() if event.thread in self._calls:
                since, name = self._calls.pop(event.thread)
                self._add_call(event.thread, since, at, name)
            case e.LeftOut():
                self._left_out = (event.tasks, event.events)
            case e.LimitReached():
                self._end_recording(at)

    def _read_of(self, task: Task, at: float, event: e.Event) -> None:
        match event:
            case e.Named():
                task.name = event.name
            case e.Scheduled():
                task.scheduled_at = at
            case e.CancelRequested() if task.end == "pending":
                task.cancels.append(at)
            case e.StepBegins():
                self._begin_step(task, at, event.thread)
            case e.Suspended():
                self._leave(task, at)
                task.line = task.line if event.line is None else event.line
                task.wait = self._wait(event)
            case e.Returned():
                self._end(task, at, "done")
            case e.Failed():
                self._end(task, at, "failed", event.exception)
            case e.Cancelled():
                self._end(task, at, "cancelled")

    def _begin_step(self, task: Task, at: float, thread: int) -> None:
        if task.thread is not None:
            # How its step before this one ended was not seen.
            self._leave(task, at)
        self._steps += not task.is_housekeeping
        task.begin_step(at, thread)
        under_way = self._under_way.setdefault(thread, [])
        if under_way:
            # An eager task begins inside the step of the one that creates it.
            self._end_step(under_way[-1], at)
            under_way[-1].since = at
        under_way.append(task)

    def _end_step(self, task: Task, at: float) -> None:
        places: tuple[Place, ...] = ()
        if task.thread is not None:
            places = self._places.during(task.thread, task.since, at)
        task.end_step(at, places)

    def _leave(self, task: Task, at: float) -> None:
        """A step of a task ends."""
        if task.thread is not None:
            self._end_step(task, at)
            under_way = self._under_way[task.thread]
            under_way.remove(task)
            if under_way:
                under_way[-1].add("ready", under_way[-1].since, at)
                under_way[-1].since = at
        elif task.is_unrecorded:
            task.add("unrecorded", task.since, at)
        else:
            task.end_wait(at)
        task.thread, task.since = None, at
        task.is_unrecorded = self._is_unrecorded

    def _end(self, task: Task, at: float, end: End, exception: str = "") -> None:
        self._leave(task, at)
        task.end_task(at, end, exception)

    def _wait(self, event: e.Suspended) -> Wait:
        if event.waits_for == "turn":
            return TURN
        due = None if event.due is None else round(event.due - self._zero, 6)
        return Wait(event.waits_for, due, event.tasks, event.more)

    def _end_recording(self, at: float) -> None:
        self._is_unrecorded = True
        for task in self._tasks.values():
            task.end_recording(at)

    def _add_callback(self, since: float, at: float, event: e.Callback) -> None:
        state: State = "holding" if at - since > HOLDING else "running"
        places = self._places.during(event.thread, since, at)
        span = Span(state, since, at, waits_for=event.name, places=places)
        self._callbacks.append(span)

    def _add_call(self, thread: int, since: float, at: float, name: str) -> None:
        span = Span("running", since, at, waits_for=name)
        self._threads.setdefault(thread, []).append(span)

    def _cut_off(self, task: Task) -> None:
        """Add what a task did when the execution ended, if it had not ended itself."""
        if task.end != "pending":
            return
        if task.is_unrecorded:
            task.add("unrecorded", task.since, self._took)
        elif task.thread is None:
            task.end_wait(self._took)
        elif self._under_way[task.thread][-1] is task:
            self._end_step(task, self._took)
        else:
            task.add("ready", task.since, self._took)

    def _lanes(self) -> Iterator[Lane]:
        tasks = [task for task in self._tasks.values() if not task.is_housekeeping]
        tasks.sort(key=lambda task: (task.created_at, task.number))
        labels = labels_of(tasks)
        for task in tasks:
            yield _task_lane(task, labels)
        taken = set(labels.values())
        for label, spans in zip(thread_labels(taken), self._threads.values()):  # noqa: B905 (labels have no end)
            yield _plain_lane("thread", label, spans)
        if self._callbacks:
            yield _plain_lane("callbacks", callbacks_label(taken), self._callbacks)


def _task_lane(task: Task, labels: Mapping[int, str]) -> Lane:
    return Lane(
        kind="task",
        number=task.number,
        label=labels[task.number],
        created_at=task.created_at,
        created_by=labels.get(task.creator or 0, ""),
        spans=tuple(
            replace(span, waits_for=words_for(wait, labels))
            for span, wait in task.spans
        ),
        end=task.end,
        ended_at=task.ended_at,
        exception=task.exception,
        cancels=tuple(task.cancels),
    )


def _plain_lane(kind: Kind, label: str, spans: Sequence[Span]) -> Lane:
    return Lane(kind, label, spans[0].begin, "", tuple(spans), "done", spans[-1].end)
