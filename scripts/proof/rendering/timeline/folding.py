"""Which lanes are drawn where there are too many."""

from collections.abc import Sequence
from dataclasses import dataclass

from proof.runs.history import History, Lane
from proof.text import counted

MOST_LANES = 12
"""Lanes that are drawn; what else there is, is counted."""

_FIRST = 4


@dataclass(frozen=True)
class Folded:
    """The lanes that are drawn, and what to say of the others.

    Attributes:
        lanes: In order of creation.
        notes: What was left out, a sentence each.
    """

    lanes: tuple[Lane, ...]
    notes: tuple[str, ...]


def folded(history: History) -> Folded:
    """Choose lanes: the first, and those that held the loop or failed."""
    lanes = history.lanes
    chosen = list(range(len(lanes)))
    if len(lanes) > MOST_LANES:
        picked = [index for index, lane in enumerate(lanes) if lane.is_remarkable]
        picked = [index for index in picked if index >= _FIRST][: MOST_LANES - _FIRST]
        others = [index for index in chosen if index not in picked]
        chosen = sorted(picked + others[: MOST_LANES - len(picked)])
    hidden = [lane for index, lane in enumerate(lanes) if index not in set(chosen)]
    notes = tuple(_notes(history, hidden))
    return Folded(tuple(lanes[index] for index in chosen), notes)


def drawn_lanes(history: History) -> tuple[Lane, ...]:
    """The lanes of a run that its timeline shows, in the order in which it does."""
    return folded(history).lanes


def _notes(history: History, hidden: Sequence[Lane]) -> list[str]:
    tasks = sum(lane.kind == "task" for lane in hidden) + history.tasks_left_out
    threads = sum(lane.kind == "thread" for lane in hidden)
    left_out = [
        counted(number, noun)
        for number, noun in ((tasks, "more task"), (threads, "more thread"))
        if number
    ]
    notes = [f"and {' and '.join(left_out)}"] if left_out else []
    remarkable = sum(lane.is_remarkable for lane in hidden)
    if remarkable and notes:
        notes[0] += f", {remarkable:,} of which held the loop or failed"
    if history.events_left_out:
        notes.append(f"{counted(history.events_left_out, 'event')} not recorded")
    return notes
