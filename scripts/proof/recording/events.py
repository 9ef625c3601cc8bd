"""The contract of the trace: every kind of event, once.

A trace file holds one JSON array a line: the time in seconds of `time.monotonic`, the
name of the event (that of the class, in words with underscores), and its members in
their order. Bytes are hexadecimal. The recorder writes them, in the interpreter of a
snippet, by hand: nothing of the project is there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    Attributes:
        at: When, in seconds of `time.monotonic`.
    """

    at: float


@dataclass(frozen=True, slots=True)
class Armed(Event):
    """The recorder is ready, and the program begins; since when it was preparing."""

    since: float


@dataclass(frozen=True, slots=True)
class Prepared(Event):
    """A module of the standard library has got the recorder's calls; since when."""

    since: float


@dataclass(frozen=True, slots=True)
class LoopStarted(Event):
    """A loop runs in a thread."""

    thread: int


@dataclass(frozen=True, slots=True)
class LoopStopped(Event):
    """It runs no more."""

    thread: int


@dataclass(frozen=True, slots=True)
class ForeignLoop(Event):
    """The loop that was started is not one of asyncio's; its class."""

    kind: str


@dataclass(frozen=True, slots=True)
class TaskCreated(Event):
    """A task was met for the first time.

    Attributes:
        task: Its number.
        name: Its name.
        coroutine: What it executes.
        line: The line in which that is defined, if the snippet does.
        creator: The task that created it, if one did.
    """

    task: int
    name: str
    coroutine: str
    line: int | None
    creator: int | None


@dataclass(frozen=True, slots=True)
class Named(Event):
    """A task has got another name."""

    task: int
    name: str


@dataclass(frozen=True, slots=True)
class Scheduled(Event):
    """A step of a task was put into the queue of what is ready."""

    task: int


@dataclass(frozen=True, slots=True)
class CancelRequested(Event):
    """A task was asked to cancel."""

    task: int


@dataclass(frozen=True, slots=True)
class StepBegins(Event):
    """A step of a task begins, in a thread."""

    task: int
    thread: int


@dataclass(frozen=True, slots=True)
class Suspended(Event):
    """A step of a task ended, and the task waits.

    Attributes:
        task: Its number.
        line: The line of the snippet in which it waits, if in one.
        waits_for: A word for what it waits for; `turn` where it only lets others in.
        due: Of a `sleep`: until when, if that can be told.
        tasks: Of a `task` and a `gather`: the numbers of those that are known.
        more: Of a `gather`: how many it gathers besides those it may list.
    """

    task: int
    line: int | None
    waits_for: str
    due: float | None
    tasks: tuple[int, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Returned(Event):
    """A step of a task ended, and with it the task: it returned."""

    task: int


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """A step of a task ended, and with it the task: by an exception of a type."""

    task: int
    exception: str


@dataclass(frozen=True, slots=True)
class Cancelled(Event):
    """A step of a task ended, and with it the task: it was cancelled."""

    task: int


@dataclass(frozen=True, slots=True)
class Stood(Event):
    """A long step, or callback, has been in one of some lines for a while.

    Attributes:
        thread: The thread in which it is under way.
        since: Since when it was there.
        lines: Lines of the snippet; one, where it is known in which.
    """

    thread: int
    since: float
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Callback(Event):
    """The loop has called a plain callback: since when, its name, in which thread."""

    since: float
    name: str
    thread: int


@dataclass(frozen=True, slots=True)
class Idle(Event):
    """The loop had nothing to do: since when."""

    since: float


@dataclass(frozen=True, slots=True)
class WorkBegins(Event):
    """A thread of an executor takes a call of a function."""

    thread: int
    function: str


@dataclass(frozen=True, slots=True)
class WorkEnds(Event):
    """It is done with it."""

    thread: int


@dataclass(frozen=True, slots=True)
class Written(Event):
    """The program wrote to one of its streams.

    Attributes:
        stream: `stdout` or `stderr`.
        content: The bytes.
        task: Number of the task that wrote them, if one did.
        line: Line of the snippet in which that was, if it was in one.
    """

    stream: str
    content: bytes
    task: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class LimitReached(Event):
    """From here on only output and the ends of tasks and of loops are recorded."""


@dataclass(frozen=True, slots=True)
class LeftOut(Event):
    """How many tasks, and how many events, were not recorded."""

    tasks: int
    events: int


@dataclass(frozen=True, slots=True)
class LongestStep(Event):
    """Seconds of the longest step or callback."""

    seconds: float


@dataclass(frozen=True, slots=True)
class RecorderFailed(Event):
    """The recorder could not follow the program, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class RecordingStopped(Event):
    """There was no space to record more, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class MainEnded(Event):
    """The program has ended."""
