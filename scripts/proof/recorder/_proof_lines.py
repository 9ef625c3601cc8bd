"""The lines of the program as it executes them: `sys.monitoring`, since CPython 3.12.

The interpreter calls back when a function of the program begins a line, and when it
returns. What happens often within a step is not told any more until the next one, so
that a program that computes is not slowed down; what is known of it then is only that
it is one of some lines.
"""

from __future__ import annotations

import sys
from _thread import _local
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import CodeType
    from typing import Any

Place = tuple[float, float, "frozenset[int]"]
"""From when to when a step stood in one of some lines."""

# Seconds without news after which a step stands.
_STAY = 0.005
# Seconds after which what happens in quick succession is one place.
_WINDOW = 0.02
# Of that time, what a line must have taken to be one of its lines; seconds after which
# it is worth the while to note them.
_NOTABLE, _NOTED = 0.1, 1e-4
# What happens more often, and on the average sooner after one another, is not told.
_OFTEN, _SOON = 8, 2e-4
# Seconds after which all may be told again, once this was done often.
_RENEWED = 1e-3
_MOST_PLACES = 200

_GENERATORS = 0x20 | 0x200


class _Step:
    """The step that is under way in a thread.

    Attributes:
        is_under_way: Whether there is one.
        at: When something was last told of it.
        line: In which line it has been since then; 0 if in none that is known.
        since: Since when what happened is no place yet.
        spent: Seconds in lines since then, where it was long at once.
        counts: How often each line was begun since then; below zero, other events.
        hidden: Lines that are not told any more.
        often: Lines that were not told for some time since `since`.
        renewals: How often they were told again since then.
        places: Where it stood.
    """

    __slots__ = (
        "at",
        "counts",
        "hidden",
        "is_under_way",
        "line",
        "often",
        "places",
        "renewals",
        "since",
        "spent",
    )

    def __init__(self) -> None:
        self.is_under_way = False
        self.at = self.since = 0.0
        self.line = 0
        self.spent: dict[int, float] = {}
        self.counts: dict[int, int] = {}
        self.hidden: set[int] = set()
        self.often: set[int] = set()
        self.renewals = 0
        self.places: list[Place] = []


class _Here(_local):
    """What is under way in the thread that asks."""

    def __init__(self) -> None:
        # Not its members themselves: they are asked for often.
        self.step = _Step()


class Lines:
    """Follows the steps of all threads."""

    def __init__(self, program: str) -> None:
        """Follow the code of one file, the program."""
        self._program = program
        self._here = _Here()
        self._monitoring: Any = vars(sys)["monitoring"]
        self._tool = -1
        self._outermost = sys.modules["asyncio.events"].Handle._run.__code__
        self._has_hidden = False
        self._sees_unwinding = False

    def watch(self, functions: Iterable[CodeType]) -> bool:
        """Follow some functions from now on; whether that can be done."""
        monitoring, events = self._monitoring, self._monitoring.events
        free = (tool for tool in (4, 3) if monitoring.get_tool(tool) is None)
        self._tool = next(free, -1)
        if self._tool < 0:
            return False
        monitoring.use_tool_id(self._tool, "recorder")
        for event, call in (
            (events.LINE, self._line_begins),
            (events.PY_RETURN, self._returns),
            (events.PY_YIELD, self._returns),
            (events.PY_UNWIND, self._unwinds),
        ):
            monitoring.register_callback(self._tool, event, call)
        for code in functions:
            of_it = events.LINE | events.PY_RETURN
            if code.co_flags & _GENERATORS:
                of_it |= events.PY_YIELD
            monitoring.set_local_events(self._tool, code, of_it)
        return True

    def end(self) -> None:
        """Follow them no more."""
        self._monitoring.free_tool_id(self._tool)

    def begins(self, at: float) -> None:
        """A step begins in this thread."""
        step = self._here.step
        step.is_under_way = True
        step.at = step.since = at
        step.line = 0
        if step.counts:
            step.counts.clear()
            step.spent.clear()
        if self._has_hidden:
            self._tell_again(step)
            step.often.clear()
            step.renewals = 0
        if not self._sees_unwinding:
            self._see_unwinding(is_wanted=True)

    def ends(self, at: float, took: float) -> Sequence[Place]:
        """It ends; where it stood."""
        step = self._here.step
        if took < _WINDOW or not step.is_under_way:
            step.is_under_way = False
            return ()
        step.is_under_way = False
        self._stood(step, at)
        places, step.places = step.places, []
        return places

    def _line_begins(self, _code: CodeType, line: int) -> Any:
        step = self._here.step
        if not step.is_under_way:
            self._has_hidden = True
            return self._monitoring.DISABLE
        at = monotonic()
        if at - step.at > _NOTED or at - step.since >= _WINDOW:
            self._was_long(step, at)
        step.at, step.line = at, line
        counts = step.counts
        count = counts[line] = counts.get(line, 0) + 1
        if count > _OFTEN and at - step.since < count * _SOON:
            self._hide(step, line)
            return self._monitoring.DISABLE
        if step.hidden and at - step.since >= (step.renewals - _OFTEN) * _RENEWED:
            # It may have left the loop in which they are.
            step.renewals += 1
            self._tell_again(step)
        return None

    def _returns(self, _code: CodeType, offset: int, _value: Any) -> Any:
        step = self._here.step
        if not step.is_under_way:
            self._has_hidden = True
            return self._monitoring.DISABLE
        at = self._goes_back(step)
        count = step.counts[-offset] = step.counts.get(-offset, 0) + 1
        if count > _OFTEN and at - step.since < count * _SOON:
            self._hide(step, step.line)
            return self._monitoring.DISABLE
        return None

    def _unwinds(self, code: CodeType, _offset: int, _exception: Any) -> None:
        step = self._here.step
        if not step.is_under_way or code.co_filename != self._program:
            return
        at = self._goes_back(step)
        count = step.counts[0] = step.counts.get(0, 0) + 1
        if count > _OFTEN and at - step.since < count * _SOON:
            self._hide(step, step.line)
            self._see_unwinding(is_wanted=False)

    def _goes_back(self, step: _Step) -> float:
        """A function of the program ends: to the line that has called it."""
        at = monotonic()
        if at - step.at > _NOTED or at - step.since >= _WINDOW:
            self._was_long(step, at)
        step.at = at
        step.line = 0
        # Two of ours are above the one that ends.
        frame = sys._getframe(2).f_back
        while frame is not None:
            code = frame.f_code
            if code is self._outermost:
                break
            if code.co_filename == self._program:
                step.line = frame.f_lineno
                break
            frame = frame.f_back
        return at

    def _see_unwinding(self, *, is_wanted: bool) -> None:
        self._sees_unwinding = is_wanted
        event = self._monitoring.events.PY_UNWIND if is_wanted else 0
        self._monitoring.set_events(self._tool, event)

    def _hide(self, step: _Step, line: int) -> None:
        step.hidden.add(line)
        step.often.add(line)
        self._has_hidden = True

    def _tell_again(self, step: _Step) -> None:
        self._has_hidden = False
        step.hidden.clear()
        self._monitoring.restart_events()

    def _was_long(self, step: _Step, at: float) -> None:
        """It has been in its line for long, or in several together."""
        took = at - step.at
        step.spent[step.line] = step.spent.get(step.line, 0.0) + took
        if took >= _STAY or at - step.since >= _WINDOW:
            self._stood(step, at)

    def _stood(self, step: _Step, at: float) -> None:
        """Make places of what happened up to a time."""
        is_stay = at - step.at >= _STAY
        end = step.at if is_stay else at
        if end - step.since >= _STAY:
            least = (end - step.since) * _NOTABLE
            noted = {line for line, took in step.spent.items() if took >= least}
            begun = {line for line in step.counts if line > 0}
            _add(step.places, step.since, end, (noted or begun) | step.often)
        if is_stay:
            _add(step.places, step.at, at, {step.line} | step.hidden)
        step.counts.clear()
        step.spent.clear()
        step.since = at
        step.often.clear()
        step.renewals = 0
        if step.hidden:
            self._tell_again(step)


def _add(places: list[Place], begin: float, end: float, lines: set[int]) -> None:
    lines.discard(0)
    if not lines:
        return
    last = places[-1] if places else (0.0, 0.0, frozenset())
    goes_on = last[2] == lines and begin - last[1] < _STAY
    if goes_on or len(places) >= _MOST_PLACES:
        places[-1] = (last[0], end, last[2] | lines)
    else:
        places.append((begin, end, frozenset(lines)))
