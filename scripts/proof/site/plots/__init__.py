"""A page's call for a plot of what programs measured."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from proof.errors import ProofError
from proof.gate.load import NotRun
from proof.rendering.figure import note
from proof.rendering.markup import Html
from proof.site.build import Build, box, current
from proof.site.drawn import drawn
from proof.site.plots.chart import Chart
from proof.site.plots.figure import Plot, data_of, plot_figure
from proof.site.plots.points import Series, points_in

_NO_WORD: Final = re.compile(r"[^a-z0-9]+")


def plot(
    page: str,
    series: Mapping[str, str | tuple[str, int]],
    *,
    title: str,
    across: str,
    up: str,
    scale: Literal["linear", "log"] = "linear",
) -> str:
    """A plot of numbers that programs printed, with a table and the data as a file.

    In a line that begins with a number, that is how far across the others are drawn;
    other lines are left out. The page shows the programs too, with what they printed
    when they were recorded; drawn is what they printed without the recorder.

    Args:
        page: Path below `docs/` of the page that asks: links lead from there.
        series: One or two kinds of points: what to call each, and the path of the
            snippet below `snippets/` that printed it. Beside the path, a number says
            which of the further numbers of a line counts, from 1 on; else all do.
        title: What the plot shows.
        across: What the first number of a line is, with its unit.
        up: What the others are, with their unit.
        scale: `log` for values of very different sizes in a few places; each place
            then has a bar at the median.

    Returns:
        Finished HTML for a block with `html="on"`.

    Raises:
        ProofError: There is no such snippet, or it printed no such numbers; or (unless
            serving) it failed or was not run yet.
    """
    build = current()
    sources = {
        name: (source, None) if isinstance(source, str) else source
        for name, source in series.items()
    }
    programs = tuple(dict.fromkeys(program for program, _ in sources.values()))
    try:
        reasons = list(_reasons(build, programs))
        if reasons:
            return Html().join(map(note, reasons))
        measured = [_series(build, name, *one) for name, one in sources.items()]
    except ProofError as error:
        return box(error)
    chart = Chart(title, across, up, measured, scale)
    name = _NO_WORD.sub("-", title.lower()).strip("-")
    address = f"assets/data/{name}.csv"
    build.data[address] = data_of(chart)
    shown = Plot(name, chart, programs, build.root_from(page) + address)
    return drawn(("plot", shown), lambda: plot_figure(shown))


def _reasons(build: Build, programs: tuple[str, ...]) -> Iterator[str]:
    """Why there is nothing to draw."""
    for program in programs:
        found = build.find(program)
        if isinstance(found, NotRun):
            yield f"{found.snippet.path}: {found.reason}"


def _series(build: Build, name: str, program: str, column: int | None) -> Series:
    found = build.find(program)
    assert not isinstance(found, NotRun)
    # The recorder's own work would be in what is measured.
    execution = found.run.control or found.run.recorded
    points = tuple(points_in((line.text for line in execution.lines), column))
    if not points:
        raise ProofError(
            "it printed no line that begins with a number and has another one; print "
            "such lines, or leave it out of the plot",
            found.snippet.path,
        )
    return Series(name, points)
