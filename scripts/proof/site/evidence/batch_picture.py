"""A picture of a whole batch: which snippet was executed when, how many at once."""

from collections.abc import Iterator

from proof.rendering.markup import Html
from proof.site.evidence import Entry, Evidence
from proof.site.evidence.batch_scene import CHART, GAP, TOP, WIDTH, Concurrency, Scene
from proof.text import counted

_FOOT = 18
_TICKS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 8


def batch_picture(evidence: Evidence, identifier: str) -> Html:
    """The picture of the largest batch, as HTML with inline SVG; empty without one.

    Args:
        evidence: What there is.
        identifier: What its ids begin with; unique in its page.
    """
    entries = evidence.batch
    if not entries:
        return Html()
    scene = Scene.of(entries)
    return Html(
        '<div class="proof proof-batch" id="{id}" data-search-exclude>\n'
        '<svg class="proof-picture" role="img" aria-labelledby="{id}-title"'
        ' aria-describedby="{id}-words" width="100%" height="{height}">'
        '<title id="{id}-title">When each of {programs} was executed</title>\n'
        "{axis}{rows}{chart}{labels}</svg>\n"
        '{key}<div><p id="{id}-words">{words}</p>{others}</div></div>\n'
    ).format(
        id=identifier,
        height=scene.chart_bottom + _FOOT,
        programs=counted(len(entries), "program"),
        axis=_axis(scene),
        rows=_rows(scene),
        chart=_chart(scene),
        labels=Html('<g aria-hidden="true">{}</g>').format(Html().join(_labels(scene))),
        key=_KEY,
        words=_description(scene),
        others=_others(evidence),
    )


_KEY = Html(
    '<ul class="proof-batch-key" aria-label="What the bars mean">'
    '<li class="proof-batch-recorded">recorded</li>'
    '<li class="proof-batch-control">control</li>'
    '<li class="proof-batch-other">other Pythons</li>'
    '<li class="proof-batch-starting">an interpreter starts</li></ul>\n'
)


def _axis(scene: Scene) -> Html:
    return Html('<g class="proof-axis" aria-hidden="true">{}</g>\n').format(
        Html().join(_ticks(scene))
    )


def _ticks(scene: Scene) -> Iterator[Html]:
    every = next(
        (t for t in _TICKS if scene.took / t <= _MOST_TICKS), scene.took / _MOST_TICKS
    )
    for number in range(int(scene.took / every) + 1):
        at = 100 * number * every / scene.took
        yield _line(at, scene.chart_bottom)
        yield Html('<text x="{:.2f}%" y="{}" text-anchor="{}">{:g} s</text>').format(
            at,
            scene.chart_bottom + 14,
            "start" if number == 0 else "end" if at > 96 else "middle",
            number * every,
        )


def _line(at: float, bottom: int, name: str = "") -> Html:
    return Html('<line{} x1="{x:.2f}%" x2="{x:.2f}%" y1="{}" y2="{}"/>').format(
        Html(' class="{}"').format(name) if name else "", TOP - 4, bottom, x=at
    )


def _rows(scene: Scene) -> Html:
    rows = (_row(scene, entry, number) for number, entry in enumerate(scene.entries))
    return Html(
        '<svg class="proof-batch-rows" stroke-width="{:.2g}" y="{}" width="100%"'
        ' height="{height}" viewBox="0 0 {} {height}"'
        ' preserveAspectRatio="none">\n{}</svg>\n'
    ).format(
        scene.row / 3,
        TOP,
        WIDTH,
        Html().join(rows),
        height=scene.row * len(scene.entries),
    )


def _row(scene: Scene, entry: Entry, number: int) -> Html:
    """Two bars, the control below the recorded one; their beginnings are darker."""
    top = number * scene.row
    tops = (top + scene.row / 4, round(top + scene.row * 2 / 3, 1))
    whole, starts = [], []
    for one, y in zip(entry.executions, tops, strict=True):
        x = scene.x(one.began)
        whole.append(f"M{x} {y}h{max(scene.x(one.wall), 1)}")
        starts.append(f"M{x} {y}h{max(scene.x(one.starting), 1)}")
    recorded, control = entry.executions
    middle = top + scene.row / 2
    others = "".join(
        f"M{scene.x(one.began)} {middle}h{max(scene.x(one.wall), 1)}"
        for one in entry.executions_of_others
    )
    return Html(
        '<g><title>{}: {}; control {}</title>{}<path class="r" d="{}"/>'
        '<path class="c" d="{}"/><path class="s" d="{}"/></g>\n'
    ).format(
        entry.snippet.name,
        _span(recorded.began, recorded.wall),
        _span(control.began, control.wall),
        Html('<path class="o" d="{}"/>').format(others) if others else "",
        *whole,
        "".join(starts),
    )


def _span(began: float, wall: float) -> str:
    return f"{began:.2f} to {began + wall:.2f} s"


def _chart(scene: Scene) -> Html:
    most = max(scene.running.most, 1)
    area = Html('<path class="{}" d="{}"/>')
    areas = (
        area.format(name, _area(scene, counts, most))
        for name, counts in (("r", scene.running), ("s", scene.starting))
    )
    return Html(
        '<svg class="proof-batch-chart" y="{}" width="100%" height="{}"'
        ' viewBox="0 0 {} {}" preserveAspectRatio="none">{}</svg>\n'
    ).format(scene.chart_bottom - CHART, CHART, WIDTH, most, Html().join(areas))


def _area(scene: Scene, counts: Concurrency, most: int) -> str:
    """Only the last of several changes in one place is seen, so only it is drawn."""
    places = {scene.x(time): most - count for time, count in counts.steps}
    steps = "".join(f"H{x}V{y}" for x, y in places.items())
    return f"M0 {most}{steps}H{WIDTH}V{most}z"


def _labels(scene: Scene) -> Iterator[Html]:
    label = Html('<text class="proof-ink" y="{}">{}</text>')
    programs = counted(len(scene.entries), "program")
    yield label.format(11, f"{programs}, one below the other")
    yield label.format(
        scene.chart_bottom - CHART - 8,
        f"interpreters at once: at most {scene.running.most}, {scene.starting.most} of "
        "them starting",
    )
    if scene.alone_from is not None and scene.alone < len(scene.entries):
        at, bottom = 100 * scene.alone_from / scene.took, scene.chart_bottom
        yield _line(at, bottom, "proof-over")
        yield Html(
            '<text x="{:.2f}%" dx="-5" y="{}" text-anchor="end">from here on alone'
            "</text>"
        ).format(at, bottom - CHART - GAP - 6)


def _others(evidence: Evidence) -> Html:
    """What is not in the picture: others came before it, or after."""
    name = evidence.largest_batch
    rest = [entry.run.batch for entry in evidence.entries if entry.run.batch != name]
    if not rest:
        return Html()
    before = sum(batch < name for batch in rest)
    times = [
        f"{count} {when}"
        for count, when in ((before, "earlier"), (len(rest) - before, "later"))
        if count
    ]
    return Html(
        "<p>Not in the picture: {}, which {} executed at other times, {}.</p>"
    ).format(
        counted(len(rest), "program"),
        "was" if len(rest) == 1 else "were",
        " and ".join(times),
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
    return " ".join(parts)
