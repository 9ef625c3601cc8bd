"""Claims about the trace: what no printed line can tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from proof.runs.history import History, Lane, State
from proof.snippets.claims import Claim, parse_lanes, parse_steps

_RUNNING: frozenset[State] = frozenset({"running", "holding"})
_WAITING: frozenset[State] = frozenset({"suspended", "overdue"})


@dataclass(frozen=True)
class TraceDifference:
    """A claim about the trace, and in one sentence what was there instead."""

    claim: Claim
    message: str


def trace_differences(
    claims: Mapping[str, Claim], history: History | None
) -> Iterator[TraceDifference]:
    """How a recorded execution differs from the claims about its trace.

    Args:
        claims: Those about one Python version, by name.
        history: What it did; None where no event loop ran.
    """
    lanes = {lane.label: lane for lane in history.lanes} if history else {}
    if claim := claims.get("Steps"):
        for one in parse_steps(claim.value):
            if unknown := _unknown([one.lane], lanes):
                yield TraceDifference(claim, unknown)
            elif (steps := _steps(lanes[one.lane])) != one.count:
                message = f"{one.lane} took {steps} steps where {one.count} are claimed"
                yield TraceDifference(claim, message)
    if claim := claims.get("Waits together"):
        names = parse_lanes(claim.value)
        if unknown := _unknown(names, lanes):
            yield TraceDifference(claim, unknown)
        elif not _wait_together([lanes[name] for name in names]):
            message = f"at no time did all of these wait: {', '.join(names)}"
            yield TraceDifference(claim, message)


def _unknown(names: Sequence[str], lanes: Mapping[str, Lane]) -> str:
    missing = [name for name in names if name not in lanes]
    if not missing:
        return ""
    there = ", ".join(lanes) or "none"
    return f"its timeline has no lane {missing[0]!r}; there are: {there}"


def _steps(lane: Lane) -> int:
    return sum(span.steps for span in lane.spans if span.state in _RUNNING)


def _wait_together(lanes: list[Lane]) -> bool:
    shared = _waiting(lanes[0])
    for lane in lanes[1:]:
        shared = [
            (max(begin, other_begin), min(end, other_end))
            for begin, end in shared
            for other_begin, other_end in _waiting(lane)
            if max(begin, other_begin) < min(end, other_end)
        ]
    return bool(shared)


def _waiting(lane: Lane) -> list[tuple[float, float]]:
    return [(one.begin, one.end) for one in lane.spans if one.state in _WAITING]
