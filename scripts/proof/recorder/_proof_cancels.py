"""Requests to cancel a task, seen as soon as something happens that shows them.

`Task.cancel` is a method in C, which nobody can watch. But a task counts its requests
(`cancelling`), and a request has consequences. One that reaches a future puts the step
of its task into the queue; then the tasks that wait for that task have got theirs in
the same moment. A task that is ready or running gets a mark only; it is looked at when
the step that may have done it ends, and when something is printed.
"""

from __future__ import annotations

from _proof_known import is_gathering, kind_of
from _proof_trace import Trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from _proof_known import Known

# More ready tasks than this are not looked at whenever a step ends, but after as many
# seconds for each of them: so it costs a few percent, however many there are.
_MOST_LOOKED_AT = 32
_SECONDS_EACH = 20e-6


class Cancels:
    """Compares how often tasks were asked to cancel with what it saw before.

    Attributes:
        ready: Tasks that are in the queue, by number.
        next_look: When they are to be looked at again, if they are many; else 0.
    """

    def __init__(self, trace: Trace) -> None:
        """Write to a trace."""
        self._trace = trace
        self.ready: dict[int, Known] = {}
        self._parents: dict[int, Known] = {}
        self.next_look = 0.0

    def is_ready(self, known: Known) -> None:
        """A step of it is in the queue."""
        self.ready[known.number] = known

    def step_begins(self, known: Known, task: Any) -> None:
        """A step of it begins."""
        self.ready.pop(known.number, None)
        if self.next_look and len(self.ready) <= _MOST_LOOKED_AT:
            self.next_look = 0.0
        if known.is_parent:
            known.is_parent = False
            self._parents.pop(known.number, None)
        if known.kind.cancelling(task) != known.cancelling:
            self.look_at(known, task)

    def step_ends(self, known: Known, task: Any) -> None:
        """A step of it ends, and it is suspended."""
        if known.kind.cancelling(task) != known.cancelling:
            self.look_at(known, task)
        waited_for = task._fut_waiter
        if waited_for is not None and _is_passed_on_by(waited_for):
            known.is_parent = True
            self._parents[known.number] = known

    def last_step_ends(self, known: Known, task: Any, at: float) -> None:
        """A step of it ends, and so does the task: it may have asked itself."""
        requests = known.kind.cancelling(task)
        if requests > known.cancelling:
            known.cancelling = requests
            self._trace.write_at(at, f'"cancel_requested",{known.number}')

    def look_at(self, known: Known, task: Any) -> None:
        """Record a new request, and those that it was a consequence of."""
        if self._has_grown(known, task):
            self._look_at_all(self._parents)

    def look_around(self, at: float) -> None:
        """Record new requests to any task that may have got one unnoticed."""
        if at < self.next_look:
            return
        ready = len(self.ready)
        if ready > _MOST_LOOKED_AT:
            self.next_look = at + ready * _SECONDS_EACH
        if self._look_at_all(self.ready):
            self._look_at_all(self._parents)

    def look_at_all(self) -> None:
        """The same, where one has surely been made."""
        self._look_at_all(self.ready)
        self._look_at_all(self._parents)

    def _look_at_all(self, which: dict[int, Known]) -> bool:
        has_any = False
        for known in list(which.values()):
            task = known()
            if task is None:
                which.pop(known.number, None)
            elif known.kind.cancelling(task) != known.cancelling:
                has_any |= self._has_grown(known, task)
        return has_any

    def _has_grown(self, known: Known, task: Any) -> bool:
        requests, before = known.kind.cancelling(task), known.cancelling
        known.cancelling = requests
        if requests <= before or known.kind.done(task):
            return False
        self._trace.write(f'"cancel_requested",{known.number}')
        return True


def _is_passed_on_by(waited_for: Any) -> bool:
    """Whether it passes a request on to tasks: it is one, or gathers some."""
    return is_gathering(waited_for) or kind_of(waited_for) is not None
