"""A picture of a whole batch: which snippet was executed when, how many at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import Self

from proof.evidence import Entry, Evidence, batch_took, counted

# Pixels of a row, for the eye of a few dozen, and for what a page can hold.
_ROW = 6
_LOW_ROW = 4
_MANY = 80
_TOP = 22
_CROWD = 56
_GAP = 26
_FOOT = 18
# Units across of the parts that are stretched to the width of the page.
_ACROSS = 1000
_TICKS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 8


@dataclass(frozen=True)
class Crowd:
    """How many of something there were at once, told as steps.

    Attributes:
        steps: Times at which the number changes, with what it is from then on.
    """

    steps: tuple[tuple[float, int], ...]

    @classmethod
    def of(cls, spans: Iterable[tuple[float, float]]) -> Self:
        """Count spans of time, each a begin and an end."""
        changes: dict[float, int] = {}
        for begin, end in spans:
            changes[begin] = changes.get(begin, 0) + 1
            changes[end] = changes.get(end, 0) - 1
        times = sorted(changes)
        counts = accumulate(changes[time] for time in times)
        return cls(tuple(zip(times, counts, strict=True)))

    @property
    def most(self) -> int:
        """The largest number."""
        return max((count for _, count in self.steps), default=0)


@dataclass(frozen=True)
class _Scene:
    """What is to be drawn, and where.

    Attributes:
        entries: The rows, in the order in which they began.
        took: Seconds across.
        running: How many interpreters there were.
        starting: How many of them were starting.
        alone: Those that had the machine for themselves.
        alone_from: When the first of those began, in seconds.
    """

    entries: tuple[Entry, ...]
    took: float
    running: Crowd
    starting: Crowd
    alone: int
    alone_from: float | None

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Self:
        ordered = sorted(entries, key=_began)
        executions = [one for entry in ordered for one in entry.executions]
        alone = [entry for entry in ordered if _was_alone(entry)]
        return cls(
            tuple(ordered),
            batch_took(ordered),
            Crowd.of((one.began, one.began + one.wall) for one in executions),
            Crowd.of((one.began, one.began + one.starting) for one in executions),
            len(alone),
            _began(alone[0]) if alone else None,
        )

    @property
    def row(self) -> int:
        return _ROW if len(self.entries) < _MANY else _LOW_ROW

    @property
    def crowd_bottom(self) -> int:
        return _TOP + self.row * len(self.entries) + _GAP + _CROWD

    def across(self, seconds: float) -> int:
        return round(_ACROSS * seconds / self.took)


def batch_picture(evidence: Evidence, identifier: str) -> str:
    """The picture of the largest batch, as HTML with inline SVG; empty without one.

    Args:
        evidence: What there is.
        identifier: What its ids begin with; unique in its page.
    """
    entries = evidence.batch
    if not entries:
        return ""
    scene, name = _Scene.of(entries), escape(identifier)
    height = scene.crowd_bottom + _FOOT
    words = _description(scene)
    title = f"When each of {counted(len(entries), 'program')} was executed"
    parts = (
        f'<div class="proof proof-batch" id="{name}" data-search-exclude>\n',
        f'<svg class="proof-picture" role="img" aria-labelledby="{name}-title"'
        f' aria-describedby="{name}-words" width="100%" height="{height}">'
        f'<title id="{name}-title">{title}</title>\n',
        *_axis(scene),
        _rows(scene),
        _crowd(scene),
        *_labels(scene),
        "</svg>\n",
        f"{_KEY}<div>",
        f'<p id="{name}-words">{words}</p>{_others(evidence)}</div></div>\n',
    )
    return "".join(parts)


_KEY = (
    '<ul class="proof-batch-key" aria-label="What the bars mean">'
    '<li class="proof-batch-recorded">recorded</li>'
    '<li class="proof-batch-control">control</li>'
    '<li class="proof-batch-starting">an interpreter starts</li></ul>\n'
)


def _began(entry: Entry) -> float:
    return min(one.began for one in entry.executions)


def _was_alone(entry: Entry) -> bool:
    return entry.snippet.needs.alone or entry.run.tries > 1


def _axis(scene: _Scene) -> Iterator[str]:
    every = next(
        (t for t in _TICKS if scene.took / t <= _MOST_TICKS), scene.took / _MOST_TICKS
    )
    yield '<g class="proof-axis" aria-hidden="true">'
    for number in range(int(scene.took / every) + 1):
        at = 100 * number * every / scene.took
        place = f"{at:.2f}%"
        yield (
            f'<line x1="{place}" x2="{place}" y1="{_TOP - 4}"'
            f' y2="{scene.crowd_bottom}"/>'
        )
        anchor = "start" if number == 0 else "end" if at > 96 else "middle"
        yield (
            f'<text x="{place}" y="{scene.crowd_bottom + 14}" text-anchor="{anchor}">'
            f"{number * every:g} s</text>"
        )
    yield "</g>\n"


def _rows(scene: _Scene) -> str:
    rows = "".join(_row(scene, entry, n) for n, entry in enumerate(scene.entries))
    height = scene.row * len(scene.entries)
    return (
        f'<svg class="proof-batch-rows" stroke-width="{scene.row / 3:.2g}" y="{_TOP}"'
        f' width="100%" height="{height}"'
        f' viewBox="0 0 {_ACROSS} {height}" preserveAspectRatio="none">\n{rows}</svg>\n'
    )


def _row(scene: _Scene, entry: Entry, number: int) -> str:
    """Two bars, the control below the recorded one; their beginnings are darker."""
    top = number * scene.row
    tops = (top + scene.row / 4, round(top + scene.row * 2 / 3, 1))
    whole, starts = [], []
    for one, y in zip(entry.executions, tops, strict=True):
        x = scene.across(one.began)
        whole.append(f"M{x} {y}h{max(scene.across(one.wall), 1)}")
        starts.append(f"M{x} {y}h{max(scene.across(one.starting), 1)}")
    recorded, control = entry.executions
    title = (
        f"{entry.snippet.name}: {_span(recorded.began, recorded.wall)}; "
        f"control {_span(control.began, control.wall)}"
    )
    return (
        f'<g><title>{escape(title)}</title><path class="r" d="{whole[0]}"/>'
        f'<path class="c" d="{whole[1]}"/><path class="s" d="{"".join(starts)}"/></g>\n'
    )


def _span(began: float, wall: float) -> str:
    return f"{began:.2f} to {began + wall:.2f} s"


def _crowd(scene: _Scene) -> str:
    most = max(scene.running.most, 1)
    areas = "".join(
        f'<path class="{look}" d="{_area(scene, crowd, most)}"/>'
        for look, crowd in (("r", scene.running), ("s", scene.starting))
    )
    return (
        f'<svg class="proof-batch-crowd" y="{scene.crowd_bottom - _CROWD}" width="100%"'
        f' height="{_CROWD}" viewBox="0 0 {_ACROSS} {most}"'
        f' preserveAspectRatio="none">{areas}</svg>\n'
    )


def _area(scene: _Scene, crowd: Crowd, most: int) -> str:
    """Only the last of several changes in one place is seen, so only it is drawn."""
    places = {scene.across(time): most - count for time, count in crowd.steps}
    steps = "".join(f"H{x}V{y}" for x, y in places.items())
    return f"M0 {most}{steps}H{_ACROSS}V{most}z"


def _labels(scene: _Scene) -> Iterator[str]:
    yield '<g aria-hidden="true">'
    yield f'<text class="proof-ink" y="11">{counted(len(scene.entries), "program")}'
    yield ", one below the other, each executed twice</text>"
    yield (
        f'<text class="proof-ink" y="{scene.crowd_bottom - _CROWD - 8}">interpreters at'
        f" once: at most {scene.running.most}, {scene.starting.most} of them starting"
        "</text>"
    )
    if scene.alone_from is not None and scene.alone < len(scene.entries):
        at = 100 * scene.alone_from / scene.took
        place, bottom = f"{at:.2f}%", scene.crowd_bottom
        yield (
            f'<line class="proof-over" x1="{place}" x2="{place}" y1="{_TOP - 4}"'
            f' y2="{bottom}"/><text x="{place}" dx="-5"'
            f' y="{bottom - _CROWD - _GAP - 6}" text-anchor="end">'
            "from here on alone</text>"
        )
    yield "</g>"


def _others(evidence: Evidence) -> str:
    """What is not in the picture: others came before it, or after."""
    name = evidence.largest_batch
    rest = [entry.run.batch for entry in evidence.entries if entry.run.batch != name]
    if not rest:
        return ""
    before = sum(batch < name for batch in rest)
    times = [
        f"{count} {when}"
        for count, when in ((before, "earlier"), (len(rest) - before, "later"))
        if count
    ]
    are = "was" if len(rest) == 1 else "were"
    return (
        f"<p>Not in the picture: {counted(len(rest), 'program')}, which {are} executed "
        f"at other times, {' and '.join(times)}.</p>"
    )


def _description(scene: _Scene) -> str:
    beside = len(scene.entries) - scene.alone
    longest = max(
        scene.entries, key=lambda entry: max(e.wall for e in entry.executions)
    )
    wall = max(one.wall for one in longest.executions)
    parts = [
        f"All of it took {scene.took:.1f} s. At most {scene.running.most} interpreters "
        f"ran at once, {scene.starting.most} of them starting."
    ]
    if beside:
        parts.append(f"{counted(beside, 'program')} ran side by side.")
    if scene.alone_from is not None:
        alone = counted(scene.alone, "program")
        parts.append(f"From {scene.alone_from:.1f} s on, {alone} ran one by one.")
    parts.append(f"The longest was {longest.snippet.name}, with {wall:.1f} s.")
    return escape(" ".join(parts))
