"""What the instrument's log says: tasks, their steps, waits and cancellations.

The log holds one JSON array a line. A process may be interrupted anywhere, so each
moment is two times, in seconds of `time.monotonic`, between which it was for certain.

| event      | members after name, earliest and latest time                        |
|------------|---------------------------------------------------------------------|
| `task`     | task, name, coroutine, whether that is a private one of asyncio,    |
|            | task that made it or null                                           |
| `named`    | task, name                                                          |
| `begin`    | task; when its handle was put into the queue, or null for an eager  |
|            | step; task whose step is interrupted by it, or null; thread         |
| `end`      | task, `done`, `failed`, `cancelled`, `suspended`, or `turn`: it     |
|            | only lets others in; type of the exception; when its sleep is due   |
| `cancel`   | task; one that is ready or runs gets only a mark by it, which shows |
|            | when the step or callback ends that asked for it                    |
| `callback` | name, `program`, `asyncio` (a private function of its) or `other`   |
"""

import json
import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

_NAMED_BY_ASYNCIO = re.compile(r"Task-\d+$|None$")

NEVER = float("inf")


class Moment(NamedTuple):
    """When something happened, in seconds since time zero: between two times."""

    earliest: float
    latest: float

    def __str__(self) -> str:
        return f"{self.latest:.3f}"


@dataclass
class Step:
    """A step of a task; it ends with the recording if that is in the middle of it.

    Attributes:
        queued: When it was put into the queue of what is ready; None: it is eager.
        outer: Task whose step it interrupts, if it is eager.
        outcome: `done`, `failed`, `cancelled`, `suspended`, or `turn`: it only let
            others in.
        due: When the sleep is over that follows it, if one does.
        interruptions: Eager steps of others inside it, from when to when.
    """

    begin: Moment
    queued: Moment | None
    outer: int | None
    end: Moment
    outcome: str = ""
    exception: str = ""
    due: float | None = None
    interruptions: list[tuple[Moment, Moment]] = field(default_factory=list)

    def pieces(self) -> Iterator[tuple[Moment, Moment]]:
        """From when to when the task itself ran."""
        begin = self.begin
        for interrupted, goes_on in self.interruptions:
            yield begin, interrupted
            begin = goes_on
        yield begin, self.end


@dataclass
class Task:
    """A task, by its own account.

    Attributes:
        is_asyncios: Whether asyncio makes it for itself, so that it has no lane.
        thread: In which it had its first step.
    """

    number: int
    created: Moment
    name: str
    coroutine: str
    is_asyncios: bool
    creator: int | None
    thread: int | None = None
    steps: list[Step] = field(default_factory=list)
    cancels: list[Moment] = field(default_factory=list)

    @property
    def is_pending(self) -> bool:
        """Whether it never ended."""
        return not self.steps or self.steps[-1].outcome in ("suspended", "turn", "")

    @property
    def base_label(self) -> str:
        """What its lane is called, but for the ordinal that may follow."""
        if _NAMED_BY_ASYNCIO.match(self.name):
            return self.coroutine.rpartition("<locals>.")[2]
        return self.name


@dataclass(frozen=True)
class Callback:
    """A plain callback; `whose` is `program`, `asyncio` or `other`."""

    begin: float
    end: float
    name: str
    whose: str


@dataclass
class Truth:
    """All that the instrument saw; tasks by number, in order of creation."""

    tasks: dict[int, Task] = field(default_factory=dict)
    callbacks: list[Callback] = field(default_factory=list)


def read_truth(path: Path, zero: float, took: float) -> Truth:
    """Read a log; times become relative to `zero`, seconds of `time.monotonic`.

    Args:
        path: The log.
        zero: Time zero.
        took: When the recording ended, since time zero.

    Raises:
        OSError: There is none.
        ValueError: A line is damaged.
    """
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    with content:
        lines = content[: content.find(b"\0")].splitlines()
    events = [json.loads(line) for line in lines]
    reader = _Reader(zero, took)
    # An eager task has had its first step before it is announced.
    for event in sorted(events, key=lambda event: event[0] != "task"):
        name, earliest, latest, *about = event
        moment = Moment(earliest - zero, latest - zero)
        getattr(reader, f"read_{name}")(moment, *about)
    return reader.truth


class _Reader:
    """Reads events, each by the method named after it."""

    def __init__(self, zero: float, took: float) -> None:
        self._zero = zero
        self._end = Moment(took, took)
        self.truth = Truth()

    def read_task(self, at: Moment, number: int, *about: Any) -> None:
        self.truth.tasks[number] = Task(number, at, *about)

    def read_named(self, _at: Moment, number: int, name: str) -> None:
        if number in self.truth.tasks:
            self.truth.tasks[number].name = name

    def read_begin(
        self,
        at: Moment,
        number: int,
        queued: list[float] | None,
        outer: int | None,
        thread: int,
    ) -> None:
        if task := self.truth.tasks.get(number):
            moment = Moment(*(t - self._zero for t in queued)) if queued else None
            task.thread = task.thread or thread
            task.steps.append(Step(at, moment, outer, self._end))

    def read_end(
        self, at: Moment, number: int, outcome: str, exception: str, due: float | None
    ) -> None:
        if number not in self.truth.tasks:
            return
        step = self.truth.tasks[number].steps[-1]
        step.end, step.outcome, step.exception = at, outcome, exception
        step.due = None if due is None else due - self._zero
        if step.outer in self.truth.tasks:
            interrupted = self.truth.tasks[step.outer].steps[-1]
            interrupted.interruptions.append((step.begin, step.end))

    def read_cancel(self, at: Moment, number: int) -> None:
        if number in self.truth.tasks:
            self.truth.tasks[number].cancels.append(at)

    def read_callback(self, at: Moment, name: str, whose: str) -> None:
        self.truth.callbacks.append(Callback(at.earliest, at.latest, name, whose))
