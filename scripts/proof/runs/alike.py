"""Which tasks did the same, so that one row of a picture can stand for many."""

import re
from collections.abc import Hashable, Sequence
from typing import TypeVar

from proof.runs.history import Lane

_Thing = TypeVar("_Thing")
_ORDINAL = re.compile(r" \d+$")
_NUMBER = re.compile(r"\d+")
# How long a task had to wait for its turn is not what it did.
_TURNS = frozenset({"ready", "overdue"})


def stem(label: str) -> str:
    """A label without its ordinal: `count` of `count 2`."""
    return _ORDINAL.sub("", label)


def deeds(lane: Lane) -> Hashable:
    """What a lane did, whenever that was: equal for those that did the same."""
    done = tuple(
        (span.state, span.line, _NUMBER.sub("", span.waits_for))
        for span in lane.spans
        if span.state not in _TURNS
    )
    ended = (lane.end, lane.exception, len(lane.cancels))
    return lane.kind, stem(lane.label), lane.created_by, ended, done


def spread(things: Sequence[_Thing], most: int) -> list[_Thing]:
    """The first, the last and others evenly between them; all if they are few."""
    if len(things) <= most:
        return list(things)
    return [things[round(n * (len(things) - 1) / (most - 1))] for n in range(most)]
