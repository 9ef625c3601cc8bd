"""A task while its events are being read."""

import re
from dataclasses import dataclass, field

from proof.runs.history import HOLDING, LATE, End, Place, Span, State

# Tasks that asyncio makes for itself: at the end of asyncio.run, for a server, a pipe,
# in a process's `communicate`.
_HOUSEKEEPING = re.compile(
    r"BaseEventLoop\.shutdown_\w+$|\w*(EventLoop|Transport)\._\w+$"
    r"|Process\._(noop|feed_stdin|read_stream)$"
)


@dataclass(frozen=True)
class Wait:
    """What a task waits for.

    Attributes:
        kind: The word of the trace.
        due: Of a sleep: until when, in seconds since time zero, if that is known.
        tasks: Numbers of the tasks that it waits for.
        more: How many more it waits for.
    """

    kind: str
    due: float | None = None
    tasks: tuple[int, ...] = ()
    more: int = 0


TURN = Wait("turn")
"""It waits for nothing but its turn."""


@dataclass
class Task:
    """One task; all times are relative to time zero.

    Attributes:
        since: Since when it has been running, or waiting.
        thread: While a step of it is under way: the thread that it runs in.
        is_unrecorded: Whether nothing is known of it since `since`.
    """

    number: int
    name: str
    coroutine: str
    line: int | None
    creator: int | None
    created_at: float
    since: float
    thread: int | None = None
    scheduled_at: float | None = None
    is_unrecorded: bool = False
    wait: Wait = TURN
    spans: list[tuple[Span, Wait | None]] = field(default_factory=list)
    cancels: list[float] = field(default_factory=list)
    end: End = "pending"
    ended_at: float | None = None
    exception: str = ""

    @property
    def is_housekeeping(self) -> bool:
        """Whether asyncio has made it for itself."""
        return bool(_HOUSEKEEPING.match(self.coroutine))

    def add(
        self,
        state: State,
        begin: float,
        end: float,
        places: tuple[Place, ...] = (),
    ) -> None:
        """Add a span, unless it has no length."""
        if end > begin:
            wait = self.wait if state in {"suspended", "overdue"} else None
            due = wait.due if wait else None
            span = Span(state, begin, end, self.line, due=due, places=places)
            self.spans.append((span, wait))

    def begin_step(self, at: float, thread: int) -> None:
        """A step begins, so that a wait ends."""
        self.end_wait(at)
        self.created_at = min(self.created_at, at)
        self.thread, self.since, self.scheduled_at = thread, at, None

    def end_step(self, at: float, places: tuple[Place, ...]) -> None:
        """Add what it did since its step began, or was gone on with, and where."""
        state: State = "holding" if at - self.since > HOLDING else "running"
        self.add(state, self.since, at, places)

    def end_wait(self, at: float) -> None:
        """Add how it waited: for what, for the loop to notice, then for its turn."""
        ready_at = at if self.scheduled_at is None else self.scheduled_at
        # It may have been put into the queue while it ran, by itself.
        ready_at = self.since if self.wait is TURN else max(ready_at, self.since)
        due = self.wait.due
        if due is not None and ready_at - due > LATE:
            due = max(due, self.since)
            self.add("suspended", self.since, due)
            self.add("overdue", due, ready_at)
        else:
            self.add("suspended", self.since, ready_at)
        self.add("ready", ready_at, at)

    def end_recording(self, at: float) -> None:
        """From now on, nothing of it is known but its end."""
        if self.thread is None and self.end == "pending":
            if self.created_at < at:
                self.end_wait(at)
                self.since = at
            self.is_unrecorded = True

    def end_task(self, at: float, end: End, exception: str = "") -> None:
        """It has ended."""
        self.end, self.ended_at, self.exception = end, at, exception
