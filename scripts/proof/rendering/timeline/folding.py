"""Which rows are drawn where there are too many lanes for one each."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from proof.rendering.timeline.together import together
from proof.runs.alike import deeds, spread, stem
from proof.runs.history import History, Lane
from proof.text import counted

MOST_DRAWN = 12
"""Rows that are drawn, and lanes up to which each has one; the rest is counted."""

_FIRST = 4
_FEWEST = 4
"""Tasks from which on one row stands for all that did the same."""

_MOST_STRIPS = 5
_LIBRARIES = "libraries"
_TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True)
class Row:
    """A row of a picture: one lane, or one for several tasks.

    Attributes:
        lane: What is done in it; by any of them, if it stands for several.
        members: The lanes it stands for, as far as the history has them.
        number: For how many it stands.
        is_alike: Whether they did the same.
    """

    lane: Lane
    members: tuple[Lane, ...]
    number: int = 1
    is_alike: bool = True

    @property
    def drawn(self) -> tuple[Lane, ...]:
        """The lanes that are drawn, one below the other."""
        return tuple(spread(self.members, _MOST_STRIPS))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said of them beside their name: the most first, then less."""
        drawn = len(self.drawn)
        if self.number == 1:
            return ()
        some = (f"{drawn} are drawn",) if drawn < self.number else ()
        if not self.is_alike:
            return some
        return ("; ".join(("all did the same", *some)), "all did the same", *some)

    def wrote(self, lane: str) -> bool:
        """Whether a lane of that label is one of them."""
        if any(member.label == lane for member in self.members):
            return True
        # Only the labels of those that were left out are unknown.
        first = self.members[0]
        return bool(first.alike) and stem(lane) == stem(first.label)


@dataclass(frozen=True)
class Folded:
    """The rows that are drawn, and what to say of the rest.

    Attributes:
        rows: In order of creation.
        notes: What was left out, a sentence each.
    """

    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def folded(history: History) -> Folded:
    """Choose rows: the first, and those that held the loop or failed."""
    rows = _rows(history)
    chosen = list(range(len(rows)))
    if len(rows) > MOST_DRAWN:
        picked = [n for n in chosen if n >= _FIRST and rows[n].lane.is_remarkable]
        picked = picked[: MOST_DRAWN - _FIRST]
        others = [n for n in chosen if n not in picked]
        chosen = sorted(picked + others[: MOST_DRAWN - len(picked)])
    hidden = [row for n, row in enumerate(rows) if n not in set(chosen)]
    notes = tuple(_notes(history, rows, hidden))
    return Folded(tuple(rows[n] for n in chosen), notes)


def _rows(history: History) -> list[Row]:
    lanes = history.lanes
    if len(lanes) + history.tasks_left_out <= MOST_DRAWN:
        return [Row(lane, (lane,)) for lane in lanes]
    groups: dict[Hashable, list[Lane]] = defaultdict(list)
    for lane in lanes:
        groups[_group(lane)].append(lane)
    rows = [row for key, group in groups.items() for row in _rows_of(key, group)]
    order = {lane.label: place for place, lane in enumerate(lanes)}
    return sorted(rows, key=lambda row: order[row.members[0].label])


def _group(lane: Lane) -> Hashable:
    """What lanes that may share a row have in common."""
    if lane.kind != "task" or lane.is_remarkable:
        return lane.label
    if lane.spans and all(span.line is None for span in lane.spans):
        return (_LIBRARIES,)
    return deeds(lane)


def _rows_of(key: Hashable, lanes: Sequence[Lane]) -> Iterator[Row]:
    number = sum(1 + lane.alike for lane in lanes)
    if number < _FEWEST:
        yield from (Row(lane, (lane,)) for lane in lanes)
        return
    is_alike = key != (_LIBRARIES,)
    name = f"{stem(lanes[0].label)} {_TIMES}{number:,}"
    label = name if is_alike else f"{counted(number, 'task')} of {_LIBRARIES}"
    row = Row(lanes[0], tuple(lanes), number, is_alike)
    yield replace(row, lane=together(row.drawn, row.members, label))


def _notes(
    history: History, rows: Sequence[Row], hidden: Sequence[Row]
) -> Iterator[str]:
    stood_for = sum(row.number - len(row.members) for row in rows)
    tasks = history.tasks_left_out - stood_for
    tasks += sum(row.number for row in hidden if row.lane.kind == "task")
    threads = sum(row.lane.kind == "thread" for row in hidden)
    left_out = [
        counted(number, noun)
        for number, noun in ((tasks, "more task"), (threads, "more thread"))
        if number
    ]
    remarkable = sum(row.lane.is_remarkable for row in hidden)
    if left_out:
        also = f", {remarkable:,} of which held the loop or failed"
        yield f"and {' and '.join(left_out)}{also if remarkable else ''}"
    if history.events_left_out:
        yield f"{counted(history.events_left_out, 'event')} not recorded"
