"""The states of a task by the instrument's account, and by a lane of the history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from proof.runs.history import HOLDING, LATE, Span

from .truth import NEVER, Moment, Step, Task

TOLERANCE = 0.003
"""Seconds by which two clock readings of one event may differ."""

_Change = tuple[Moment, frozenset[str]]
_NOTHING = frozenset({"nothing"})
_WAITING = frozenset({"ready", "suspended", "overdue"})


@dataclass(frozen=True)
class Stretch:
    """A stretch of time, and what a history may call it."""

    begin: float
    end: float
    states: frozenset[str]


@dataclass(frozen=True)
class Difference:
    """Where the two say different things."""

    begin: float
    end: float
    truth: str
    history: str


def stretches(task: Task, took: float) -> list[Stretch]:
    """All that a task did until the recording ended.

    Two of them overlap for as long as it is uncertain when the one became the other:
    then a history may say either.
    """
    start = Moment(-NEVER, -NEVER)
    changes = [(start, _NOTHING), *_changes(task), (Moment(took, took), _NOTHING)]
    found, last = [], start
    for (moment, states), (following, _) in pairwise(
        [*changes, (Moment(NEVER, NEVER), _NOTHING)]
    ):
        last = Moment(
            max(moment.earliest, last.earliest), max(moment.latest, last.latest)
        )
        end = max(following.latest, last.latest)
        found.append(Stretch(last.earliest, end, states))
    return found


def _changes(task: Task) -> Iterator[_Change]:
    # Whoever makes a task puts it into the queue.
    last = Step(task.created, None, None, task.created, outcome="turn")
    for step in task.steps:
        yield from _wait(last, step)
        yield from _step(step)
        last = step
    # What never went on was in no queue whose end the instrument saw.
    yield last.end, _WAITING if task.is_pending else _NOTHING


def _wait(last: Step, step: Step) -> Iterator[_Change]:
    """What it did between two steps; nothing before an eager one."""
    if step.queued is None:
        return
    queued = last.end if last.outcome == "turn" else step.queued
    yield last.end, frozenset({"suspended"})
    if last.due is not None and last.due < queued.latest:
        since = max(last.due, last.end.earliest)
        yield Moment(since, since), _late(queued, since)
    yield queued, frozenset({"ready"})


def _step(step: Step) -> Iterator[_Change]:
    for number, (begin, end) in enumerate(step.pieces()):
        if number:
            yield step.interruptions[number - 1][0], frozenset({"ready"})
        yield begin, _lasting(begin, end)


def _late(queued: Moment, due: float) -> frozenset[str]:
    longest = queued.latest - due
    return _around(queued.earliest - due, longest, LATE, ("suspended", "overdue"))


def _lasting(begin: Moment, end: Moment) -> frozenset[str]:
    shortest, longest = end.earliest - begin.latest, end.latest - begin.earliest
    return _around(shortest, longest, HOLDING, ("running", "holding"))


def _around(
    shortest: float, longest: float, limit: float, names: tuple[str, str]
) -> frozenset[str]:
    """What something of about this length is called; near the limit, either."""
    below = {names[0]} if shortest < limit + TOLERANCE else set()
    return frozenset(below | ({names[1]} if longest > limit - TOLERANCE else set()))


def differences(
    truth: Sequence[Stretch], spans: Sequence[Span], recorded_until: float | None = None
) -> Iterator[Difference]:
    """Where spans say for longer than `TOLERANCE` what is not so.

    Args:
        truth: What was so.
        spans: What is said.
        recorded_until: From when on it may be said that nothing was recorded.
    """
    until = NEVER if recorded_until is None else recorded_until - TOLERANCE
    run: list[Difference] = []
    for difference in _pairwise(truth, spans, until):
        if run and difference.begin > run[-1].end:
            yield from _if_long(run)
            run = []
        run.append(difference)
    yield from _if_long(run)


def _if_long(run: Sequence[Difference]) -> Iterator[Difference]:
    if run and run[-1].end - run[0].begin > TOLERANCE:
        longest = max(run, key=lambda difference: difference.end - difference.begin)
        yield Difference(run[0].begin, run[-1].end, longest.truth, longest.history)


def _pairwise(
    truth: Sequence[Stretch], spans: Sequence[Span], until: float
) -> Iterator[Difference]:
    told = [Stretch(s.begin, s.end, frozenset({s.state})) for s in spans]
    cuts = {time for one in (*truth, *told) for time in (one.begin, one.end)}
    real, said = _Cursor(truth), _Cursor(told)
    for begin, end in pairwise(sorted(cuts)):
        here, there = real.at(begin), said.at(begin) or _NOTHING
        is_left_out = there == {"unrecorded"} and begin >= until
        if not is_left_out and not there <= here:
            yield Difference(begin, end, " or ".join(sorted(here)), *there)


class _Cursor:
    """Goes through stretches, which are in order of both their begin and their end."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        self._first = 0

    def at(self, time: float) -> frozenset[str]:
        """All states at a time not before the last one asked for."""
        while self._first < len(self._stretches):
            if self._stretches[self._first].end > time:
                break
            self._first += 1
        return frozenset().union(*(s.states for s in self._covering(time)))

    def _covering(self, time: float) -> Iterator[Stretch]:
        for stretch in self._stretches[self._first : self._first + 20]:
            if stretch.begin > time:
                return
            yield stretch
