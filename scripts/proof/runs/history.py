"""What each task did, as spans of time: what a timeline draws and a replay plays.

All times are seconds since time zero.
"""

from dataclasses import dataclass
from typing import Literal

State = Literal["ready", "running", "holding", "suspended", "overdue", "unrecorded"]
End = Literal["done", "failed", "cancelled", "pending"]
Kind = Literal["task", "thread", "callbacks"]

HOLDING = 0.05
"""Seconds after which a step counts as holding the loop."""

LATE = 0.005
"""Seconds by which a timer must be late for its task to count as overdue."""


@dataclass(frozen=True)
class Place:
    """Where a long step stood for a while.

    Attributes:
        begin: From when.
        end: To when.
        lines: Lines of the snippet; several where it is only known that it was in
            these, one after another in quick succession.
    """

    begin: float
    end: float
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Span:
    """A stretch of time in which a lane is in one state.

    Attributes:
        state: `ready`: in the loop's queue of what is ready; `running`; `holding`: a
            step of more than `HOLDING`; `suspended`; `overdue`: its timer's time has
            come and the loop, busy with something else, has not noticed;
            `unrecorded`: there was too much to record, and nobody knows.
        begin: When it begins.
        end: When it ends.
        line: Line of the snippet in which the task waits or goes on, if known.
        waits_for: What a suspended or overdue task waits for, as the end of a sentence
            that begins "suspended": `until 1.000 s`, `for count 2`, `for a lock`. In
            lanes that are not of a task: the name of the function that runs.
        due: When its timer is due, if it waits for one.
        steps: How many steps a span of running covers; more than one where they
            were too many and too short to be shown apart. For all other spans one.
        places: Where a step stood, in order, as far as it is known; of short steps
            nothing is.
    """

    state: State
    begin: float
    end: float
    line: int | None = None
    waits_for: str = ""
    due: float | None = None
    steps: int = 1
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Lane:
    """One task, one helper thread, or the plain callbacks of the loops.

    Attributes:
        kind: Which of these.
        label: What to call it: unique among the lanes of a history.
        created_at: When it came into being.
        created_by: Label of the lane that created it, or empty.
        spans: What it did, without gaps for a task; for others only when they ran.
        end: How it ended; `pending`: it never did.
        ended_at: When; None for what never ended.
        exception: Type of the exception that ended it, or empty.
        cancels: When its cancellation was requested.
        number: The task's number in the trace; 0 for others.
        alike: How many more tasks did the same and are left out of the history.
    """

    kind: Kind
    label: str
    created_at: float
    created_by: str
    spans: tuple[Span, ...]
    end: End
    ended_at: float | None = None
    exception: str = ""
    cancels: tuple[float, ...] = ()
    number: int = 0
    alike: int = 0

    @property
    def holds_the_loop(self) -> bool:
        """Whether a step of it held the loop; of what runs in a thread none does."""
        return any(span.state == "holding" for span in self.spans)

    @property
    def is_remarkable(self) -> bool:
        """Whether it is to be kept and shown however many there are."""
        return self.end == "failed" or self.holds_the_loop


@dataclass(frozen=True)
class History:
    """What a recorded execution did.

    Attributes:
        lanes: In order of creation.
        took: When the last loop stopped.
        steps: How many steps of tasks were recorded; there were more if events were
            left out.
        idle: Stretches in which a loop had nothing to do, as pairs of times.
        tasks_left_out: How many tasks were not recorded, because there were too many.
        events_left_out: How many events were not recorded.
        foreign_loop: Whether a loop was run that is not one of asyncio's.
        shortcoming: Why there is nothing to see although there were loops, if that is
            the recorder's fault: a clause, for instance `the recorder could not follow
            this program (...)`; else empty.
    """

    lanes: tuple[Lane, ...]
    took: float
    steps: int = 0
    idle: tuple[tuple[float, float], ...] = ()
    tasks_left_out: int = 0
    events_left_out: int = 0
    foreign_loop: bool = False
    shortcoming: str = ""
