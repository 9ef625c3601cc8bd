"""Checks a history against what the instrument saw of the same execution."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from proof.runs.history import HOLDING, History, Lane, Span

from .states import TOLERANCE, Difference, differences, stretches
from .truth import NEVER, Callback, Moment, Task, Truth

# Of one kind and task; where there are more, they have one cause.
_MOST_LISTED = 3

# Callbacks that are looked at for the same one.
_CLOSE = 200
_T = TypeVar("_T", Callback, Span)

Claims = Iterator[tuple[str, str]]
"""What the instrument says, and what the history says instead."""


@dataclass(frozen=True)
class Disagreement:
    """One point in which a history differs from what was so.

    Attributes:
        about: Label of a lane, or what else it is about.
        instrument: What the instrument says.
        history: What the history says.
    """

    about: str
    instrument: str
    history: str

    def __str__(self) -> str:
        return f"{self.about}: {self.instrument}; in the history: {self.history}"


def compare(
    truth: Truth,
    history: History,
    threads: Mapping[int, int],
    recorded_until: float | None = None,
) -> list[Disagreement]:
    """All points in which a history disagrees with the instrument.

    Args:
        truth: What the instrument saw.
        history: What is said of the same execution.
        threads: In which thread each task began, by number of its lane.
        recorded_until: When there was too much to record more, if there was.
    """
    lanes = [lane for lane in history.lanes if lane.kind == "task"]
    tasks = [task for task in truth.tasks.values() if not task.is_asyncios]
    lane_of = _matched(tasks, lanes, threads)
    found = [*_missing(tasks, lanes, lane_of, history), *_callbacks(truth, history)]
    for task in tasks:
        if task.number in lane_of:
            lane, creator = lane_of[task.number], lane_of.get(task.creator or 0)
            claims = _task(task, lane, creator)
            found += [Disagreement(lane.label, *claim) for claim in claims]
            real = stretches(task, history.took)
            found += _states(lane, differences(real, lane.spans, recorded_until))
    return found


def _matched(
    tasks: Sequence[Task], lanes: Sequence[Lane], threads: Mapping[int, int]
) -> dict[int, Lane]:
    """Lanes by number of their tasks; those of one name stay in their order."""
    left, matched = list(tasks), {}
    for lane in lanes:
        thread = threads.get(lane.number)
        fitting = (task for task in left if _is_called(task, lane.label))
        if task := next((t for t in fitting if t.thread == thread), None):
            matched[task.number] = lane
            left.remove(task)
    return matched


def _is_called(task: Task, label: str) -> bool:
    ordinal = label.removeprefix(task.base_label)
    return label.startswith(task.base_label) and bool(re.match(r"( \d+)?$", ordinal))


def _missing(
    tasks: Sequence[Task],
    lanes: Sequence[Lane],
    lane_of: dict[int, Lane],
    history: History,
) -> Iterator[Disagreement]:
    missing = [task for task in tasks if task.number not in lane_of]
    if len(missing) > history.tasks_left_out:
        for task in missing[:_MOST_LISTED]:
            yield Disagreement(task.base_label, f"created at {task.created}", "nothing")
    known = {lane.number for lane in lane_of.values()}
    for lane in lanes:
        if lane.number not in known:
            yield Disagreement(lane.label, "there was no such task", "created")
    steps = sum(len(task.steps) for task in tasks)
    is_complete = not history.tasks_left_out and not history.events_left_out
    if is_complete and steps != history.steps:
        yield Disagreement("all tasks", f"{steps} steps", f"{history.steps} steps")


def _task(task: Task, lane: Lane, creator: Lane | None) -> Claims:
    label = creator.label if creator else ""
    if label != lane.created_by:
        yield f"created by {label or 'no task'}", f"by {lane.created_by or 'no task'}"
    if not _fits(task.created, lane.created_at):
        yield f"created at {task.created}", f"at {lane.created_at:.3f}"
    yield from _end(task, lane)
    yield from _steps(task, lane)
    yield from _cancels(task, lane)


def _states(lane: Lane, found: Iterator[Difference]) -> Iterator[Disagreement]:
    for one in islice(found, _MOST_LISTED):
        truth = f"{one.truth} from {one.begin:.3f} to {one.end:.3f}"
        yield Disagreement(lane.label, truth, one.history)


def _end(task: Task, lane: Lane) -> Claims:
    last = task.steps[-1] if task.steps else None
    outcome = last.outcome if last and not task.is_pending else "pending"
    truth = (outcome, last.exception if last else "")
    if truth != (lane.end, lane.exception):
        yield " ".join(truth).strip(), f"{lane.end} {lane.exception}".strip()
    elif last and lane.ended_at and not _fits(last.end, lane.ended_at):
        yield f"ended at {last.end}", f"at {lane.ended_at:.3f}"


def _steps(task: Task, lane: Lane) -> Claims:
    until = _recorded_until(lane)
    pieces = (piece for step in task.steps for piece in step.pieces())
    real = [(begin, end) for begin, end in pieces if begin.latest < until]
    told = [(s.begin, s.end) for s in lane.spans if s.state in ("running", "holding")]
    if len(real) != len(told):
        yield f"{len(real)} steps or parts of steps", f"{len(told)}"
        return
    wrong = (
        (f"step from {begin} to {end}", f"from {told_begin:.3f} to {told_end:.3f}")
        for (begin, end), (told_begin, told_end) in zip(real, told, strict=True)
        if not _fits(begin, told_begin) or not _fits(end, told_end)
    )
    yield from islice(wrong, _MOST_LISTED)


def _recorded_until(lane: Lane) -> float:
    return min((s.begin for s in lane.spans if s.state == "unrecorded"), default=NEVER)


def _fits(moment: Moment, time: float) -> bool:
    return moment.earliest - TOLERANCE <= time <= moment.latest + TOLERANCE


def _cancels(task: Task, lane: Lane) -> Claims:
    """Each moment has one on the other side that fits."""
    due = [m for m in task.cancels if m.latest < _recorded_until(lane)]
    are_told = all(any(_fits(m, at) for at in lane.cancels) for m in due)
    are_real = all(any(_fits(m, at) for m in task.cancels) for at in lane.cancels)
    if not are_told or not are_real:
        told = ", ".join(f"{at:.3f}" for at in lane.cancels) or "never"
        yield f"cancel requested {', '.join(map(str, task.cancels)) or 'never'}", told


def _callbacks(truth: Truth, history: History) -> Iterator[Disagreement]:
    """What the program asked for is shown, what asyncio did is not unless it held."""
    told = [s for lane in history.lanes if lane.kind == "callbacks" for s in lane.spans]
    shown = _by_name((span.waits_for, span) for span in told)
    real = _by_name((one.name, one) for one in truth.callbacks)
    for one in truth.callbacks:
        is_due = one.whose != "asyncio" and not history.events_left_out
        lasts = one.end - one.begin > HOLDING + TOLERANCE
        if not is_due or (one.whose == "other" and not lasts):
            continue
        if not any(_are_one(one, span) for span in _following(shown[one.name], one)):
            yield Disagreement(f"callback {one.name}", _when(one), "nothing")
    for span in told:
        preceding = _preceding(real[span.waits_for], span)
        same = next((one for one in preceding if _are_one(one, span)), None)
        if not same or (same.whose == "asyncio" and not _may_hold(same)):
            whose = "asyncio's own" if same else "there was none"
            yield Disagreement(f"callback {span.waits_for}", whose, _when(span))


def _by_name(named: Iterable[tuple[str, _T]]) -> Mapping[str, list[_T]]:
    groups = defaultdict(list)
    for name, one in named:
        groups[name].append(one)
    return groups


def _following(spans: Sequence[Span], callback: Callback) -> Sequence[Span]:
    """Some that begin not before a callback, in order of time."""
    begin = callback.begin - TOLERANCE
    first = bisect_left(spans, begin, key=lambda span: span.begin)
    return spans[first : first + _CLOSE]


def _preceding(callbacks: Sequence[Callback], span: Span) -> Iterator[Callback]:
    """Some that begin not after a span, the last one first."""
    begin = span.begin + TOLERANCE
    last = bisect_right(callbacks, begin, key=lambda callback: callback.begin)
    return reversed(callbacks[max(last - _CLOSE, 0) : last])


def _may_hold(callback: Callback) -> bool:
    return callback.end - callback.begin > HOLDING - TOLERANCE


def _are_one(callback: Callback, span: Span) -> bool:
    """The process may have been interrupted just before or just after the callback."""
    begins, ends = span.begin - callback.begin, callback.end - span.end
    return (
        span.waits_for == callback.name
        and min(begins, ends) >= -TOLERANCE
        and (begins <= TOLERANCE or ends <= TOLERANCE)
    )


def _when(one: Callback | Span) -> str:
    return f"from {one.begin:.3f} to {one.end:.3f}"
