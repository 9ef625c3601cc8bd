"""A picture of a whole batch: which snippet was executed when, how many at once."""

from collections.abc import Iterator
from html import escape

from proof.site.evidence import Entry, Evidence
from proof.site.evidence.batch_scene import ACROSS, CROWD, GAP, TOP, Crowd, Scene
from proof.text import counted

_FOOT = 18
_TICKS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 8


def batch_picture(evidence: Evidence, identifier: str) -> str:
    """The picture of the largest batch, as HTML with inline SVG; empty without one.

    Args:
        evidence: What there is.
        identifier: What its ids begin with; unique in its page.
    """
    entries = evidence.batch
    if not entries:
        return ""
    scene, name = Scene.of(entries), escape(identifier)
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


def _axis(scene: Scene) -> Iterator[str]:
    every = next(
        (t for t in _TICKS if scene.took / t <= _MOST_TICKS), scene.took / _MOST_TICKS
    )
    yield '<g class="proof-axis" aria-hidden="true">'
    for number in range(int(scene.took / every) + 1):
        at = 100 * number * every / scene.took
        place = f"{at:.2f}%"
        yield (
            f'<line x1="{place}" x2="{place}" y1="{TOP - 4}"'
            f' y2="{scene.crowd_bottom}"/>'
        )
        anchor = "start" if number == 0 else "end" if at > 96 else "middle"
        yield (
            f'<text x="{place}" y="{scene.crowd_bottom + 14}" text-anchor="{anchor}">'
            f"{number * every:g} s</text>"
        )
    yield "</g>\n"


def _rows(scene: Scene) -> str:
    rows = "".join(_row(scene, entry, n) for n, entry in enumerate(scene.entries))
    height = scene.row * len(scene.entries)
    return (
        f'<svg class="proof-batch-rows" stroke-width="{scene.row / 3:.2g}" y="{TOP}"'
        f' width="100%" height="{height}"'
        f' viewBox="0 0 {ACROSS} {height}" preserveAspectRatio="none">\n{rows}</svg>\n'
    )


def _row(scene: Scene, entry: Entry, number: int) -> str:
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


def _crowd(scene: Scene) -> str:
    most = max(scene.running.most, 1)
    areas = "".join(
        f'<path class="{look}" d="{_area(scene, crowd, most)}"/>'
        for look, crowd in (("r", scene.running), ("s", scene.starting))
    )
    return (
        f'<svg class="proof-batch-crowd" y="{scene.crowd_bottom - CROWD}" width="100%"'
        f' height="{CROWD}" viewBox="0 0 {ACROSS} {most}"'
        f' preserveAspectRatio="none">{areas}</svg>\n'
    )


def _area(scene: Scene, crowd: Crowd, most: int) -> str:
    """Only the last of several changes in one place is seen, so only it is drawn."""
    places = {scene.across(time): most - count for time, count in crowd.steps}
    steps = "".join(f"H{x}V{y}" for x, y in places.items())
    return f"M0 {most}{steps}H{ACROSS}V{most}z"


def _labels(scene: Scene) -> Iterator[str]:
    yield '<g aria-hidden="true">'
    yield f'<text class="proof-ink" y="11">{counted(len(scene.entries), "program")}'
    yield ", one below the other, each executed twice</text>"
    yield (
        f'<text class="proof-ink" y="{scene.crowd_bottom - CROWD - 8}">interpreters at'
        f" once: at most {scene.running.most}, {scene.starting.most} of them starting"
        "</text>"
    )
    if scene.alone_from is not None and scene.alone < len(scene.entries):
        at = 100 * scene.alone_from / scene.took
        place, bottom = f"{at:.2f}%", scene.crowd_bottom
        yield (
            f'<line class="proof-over" x1="{place}" x2="{place}" y1="{TOP - 4}"'
            f' y2="{bottom}"/><text x="{place}" dx="-5"'
            f' y="{bottom - CROWD - GAP - 6}" text-anchor="end">'
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


def _description(scene: Scene) -> str:
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
