"""Several lanes as one: what any of them does, at each time the most active."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from proof.runs.history import Lane, Span

_LEAST_ACTIVE_FIRST = ("suspended", "ready", "overdue", "unrecorded", "running")


def together(drawn: Sequence[Lane], members: Sequence[Lane], label: str) -> Lane:
    """One lane that stands for several tasks.

    Args:
        drawn: Those whose spans it has.
        members: All of them.
        label: What to call it.
    """
    ends = [lane.ended_at for lane in members]
    known = [end for end in ends if end is not None]
    return replace(
        members[0],
        label=label,
        created_at=min(lane.created_at for lane in members),
        spans=tuple(_spans(drawn)),
        ended_at=max(known) if len(known) == len(ends) else None,
        end=members[0].end if len(known) == len(ends) else "pending",
        cancels=(),
        number=0,
        alike=0,
    )


def _spans(lanes: Sequence[Lane]) -> Iterator[Span]:
    spans = [span for lane in lanes for span in lane.spans]
    times = sorted({time for span in spans for time in (span.begin, span.end)})
    last: Span | None = None
    for begin, end in pairwise(times):
        there = [span for span in spans if span.begin <= begin and end <= span.end]
        most = max(there, key=_activity, default=None)
        if last and (
            most is None or (last.state, last.line) != (most.state, most.line)
        ):
            yield last
            last = None
        if most:
            last = replace(last or replace(most, begin=begin), end=end)
    if last:
        yield last


def _activity(span: Span) -> int:
    return _LEAST_ACTIVE_FIRST.index(span.state)
