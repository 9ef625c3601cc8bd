"""Traces made up by hypothesis: of executions that can be, and of any nonsense."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field, fields
from typing import Any, get_type_hints

from hypothesis import strategies as st

from proof.recording import events as e

ZERO = 100.0
THREADS = (71, 72)
KINDS = [k for k in vars(e).values() if isinstance(k, type) and k is not e.Event]
_TASKS = st.integers(0, 6)
_TIMES = st.floats(-10, 10)
_WORDS = st.sampled_from(["turn", "sleep", "task", "gather", "lock", "?"])
_NAMES = st.sampled_from(["Task-1", "name", "", "f.<locals>.g"])
_MEMBERS: dict[Any, st.SearchStrategy[Any]] = {
    float: _TIMES,
    int: _TASKS,
    str: _NAMES,
    bytes: st.binary(max_size=3),
    int | None: st.none() | _TASKS,
    float | None: st.none() | _TIMES,
    tuple[int, ...]: st.lists(_TASKS, max_size=3).map(tuple),
}


def any_event() -> st.SearchStrategy[e.Event]:
    """An event of any kind, with any members of the right types."""
    return st.one_of(*map(_any_of, KINDS))


def _any_of(kind: type[e.Event]) -> st.SearchStrategy[e.Event]:
    hints = get_type_hints(kind)
    return st.builds(kind, *(_MEMBERS[hints[field.name]] for field in fields(kind)))


@dataclass
class Possible:
    """An execution that can be, up to any point of it.

    Attributes:
        events: What is recorded of it.
        end: When it ended.
        steps: How many steps were recorded.
        ran: Seconds for which a task ran, by its number.
    """

    events: list[e.Event] = field(default_factory=list)
    end: float = ZERO
    steps: int = 0
    ran: dict[int, float] = field(default_factory=lambda: defaultdict(float))


class _Loops:
    """Does what loops in two threads could do, and notes it as the recorder would."""

    def __init__(self) -> None:
        self.pause = 0.0
        self._now = ZERO
        self._is_limited = False
        self._made = 0
        self._waiting: list[int] = []
        # By thread: tasks with a step under way, innermost last; since when it runs.
        self._under_way: dict[int, list[int]] = {thread: [] for thread in THREADS}
        self._since = dict.fromkeys(THREADS, ZERO)
        self.execution = Possible()

    def tick(self) -> float:
        """Let some time go by."""
        self._now += self.pause
        return self._now

    def finish(self) -> None:
        """The program ends, whatever is under way."""
        self.execution.end = self.tick()
        for thread in THREADS:
            self._switch(thread, self._now)

    def _note(self, event: e.Event) -> None:
        """Write a detail, unless there are too many."""
        if not self._is_limited:
            self.execution.events.append(event)

    def _switch(self, thread: int, at: float) -> None:
        """Something else is to run in a thread."""
        if self._under_way[thread] and not self._is_limited:
            self.execution.ran[self._under_way[thread][-1]] += at - self._since[thread]
        self._since[thread] = at

    def _enter(self, thread: int, number: int, at: float) -> None:
        self._switch(thread, at)
        self._under_way[thread].append(number)
        self.execution.steps += not self._is_limited
        self._note(e.StepBegins(at, number, thread))

    def _leave(self, thread: int) -> tuple[int, float]:
        at = self.tick()
        self._switch(thread, at)
        return self._under_way[thread].pop(), at

    def create(self, thread: int, choice: int) -> None:
        begun, creators = self.tick(), self._under_way[thread]
        self._made += 1
        number, creator = self._made, creators[-1] if creators else None
        created = e.TaskCreated(self.tick(), number, f"Task-{number}", "f", 1, creator)
        self.execution.events.append(created)
        if creators and choice % 2:
            # An eager one is met while its first step is under way.
            self._enter(thread, number, begun)
        else:
            self._waiting.append(number)

    def schedule(self, thread: int, choice: int) -> None:
        # One that has asked itself to cancel is so in its own step.
        if tasks := [*self._waiting, *self._under_way[thread]]:
            number = tasks[choice % len(tasks)]
            self._note(e.Scheduled(self.tick(), number))

    def cancel(self, _thread: int, choice: int) -> None:
        if self._waiting:
            number = self._waiting[choice % len(self._waiting)]
            self._note(e.CancelRequested(self.tick(), number))

    def begin(self, thread: int, choice: int) -> None:
        if self._waiting and not self._under_way[thread]:
            number = self._waiting.pop(choice % len(self._waiting))
            self._enter(thread, number, self.tick())

    def suspend(self, thread: int, choice: int) -> None:
        if self._under_way[thread]:
            number, at = self._leave(thread)
            due = (None, at - 1.0, at, at + 0.01, at + 0.2)[choice % 5]
            word = "turn" if due is None else "sleep"
            self._note(e.Suspended(at, number, 3, word, due, (), 0))
            self._waiting.append(number)

    def end(self, thread: int, choice: int) -> None:
        if self._under_way[thread]:
            number, at = self._leave(thread)
            ends = e.Returned(at, number), e.Failed(at, number, "E")
            self.execution.events.append((*ends, e.Cancelled(at, number))[choice % 3])

    def call_back(self, _thread: int, _choice: int) -> None:
        since = self.tick()
        self._note(e.Callback(self.tick(), since, "f", 1))

    def limit(self, _thread: int, choice: int) -> None:
        # There is room for the ends of steps that are under way.
        if choice == 0 and not any(self._under_way.values()):
            self._note(e.LimitReached(self.tick()))
            self._is_limited = True


_MOVES = (
    *(_Loops.create, _Loops.begin, _Loops.suspend, _Loops.schedule, _Loops.end) * 2,
    *(_Loops.cancel, _Loops.call_back, _Loops.limit),
)


def _execute(moves: Sequence[tuple[int, int, int, float]]) -> Possible:
    loops = _Loops()
    for move, thread, choice, loops.pause in moves:
        _MOVES[move](loops, THREADS[thread], choice)
    loops.finish()
    return loops.execution


def possible() -> st.SearchStrategy[Possible]:
    """An execution that can be."""
    pauses = st.sampled_from([0.0, 0.001, 0.02, 0.06, 0.3])
    indices = st.integers(0, len(_MOVES) - 1), st.integers(0, 1), st.integers(0, 9)
    return st.lists(st.tuples(*indices, pauses), max_size=40).map(_execute)


def as_line(event: e.Event) -> bytes:
    """The line of a trace file that says it."""
    at, *members = astuple(event)
    plain = [m.hex() if isinstance(m, bytes) else m for m in members]
    return line(type(event), at, plain)


def line(kind: type[e.Event], at: object, members: Sequence[object]) -> bytes:
    """A line of a trace file, with any members."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
    return json.dumps([at, name, *members]).encode() + b"\n"
