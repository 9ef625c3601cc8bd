"""A plot as a figure: two sizes of its chart, its numbers as a table, its data."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from proof.rendering.markup import Html, breakable, identifier_of
from proof.site.plots.chart import Chart, drawn
from proof.site.plots.points import Series

_NARROW, _WIDE = 330, 640


@dataclass(frozen=True)
class Plot:
    """What a figure of a plot says.

    Attributes:
        name: What its ids and its file of data are called.
        chart: What is drawn.
        programs: The snippets that printed the numbers.
        data: Where its data are, as seen from the page.
    """

    name: str
    chart: Chart
    programs: Sequence[str]
    data: str


def plot_figure(plot: Plot) -> Html:
    """The figure as HTML.

    Args:
        plot: What it says.
    """
    chart = plot.chart
    programs = Html(", ").join(
        Html('<a href="#{}">{}</a>').format(identifier_of(name), breakable(name))
        for name in plot.programs
    )
    return Html(
        '<figure class="proof proof-plot" id="plot-{name}" data-search-exclude>\n'
        "<figcaption><strong>{title}</strong>{note}</figcaption>\n{sizes}"
        '<details class="proof-plot-table"><summary>The same in numbers</summary>\n'
        "{table}</details>\n"
        '<p class="proof-plot-from">Measured by {programs}, without the recorder · '
        '<a href="{data}" download>Data (CSV)</a></p>\n</figure>\n'
    ).format(
        name=plot.name,
        title=chart.title,
        note=" A bar is the median of its place." if chart.scale == "log" else "",
        sizes=Html().join(_sizes(plot)),
        table=_table(chart),
        programs=programs,
        data=plot.data,
    )


def data_of(chart: Chart) -> str:
    """All points of a chart, as CSV with a line of names.

    Args:
        chart: The chart.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("series", chart.across, chart.up))
    for series in chart.series:
        writer.writerows(
            (series.name, f"{across:g}", f"{up:g}") for across, up in series.points
        )
    return text.getvalue()


def _sizes(plot: Plot) -> Iterator[Html]:
    words = " ".join(map(_in_words, plot.chart.series))
    for size, width in (("narrow", _NARROW), ("wide", _WIDE)):
        identifier = f"plot-{plot.name}-{size}"
        yield Html(
            '<div class="proof-plot-{size}"><svg class="proof-plot-chart" role="img"'
            ' aria-labelledby="{id}-title" aria-describedby="{id}-words"'
            ' viewBox="{box}"><title id="{id}-title">{title}</title>'
            '<desc id="{id}-words">{up}, by {across}. {words}</desc>\n'
            "{content}</svg></div>\n"
        ).format(
            size=size,
            id=identifier,
            title=plot.chart.title,
            up=plot.chart.up.capitalize(),
            across=plot.chart.across,
            words=words,
            **drawn(plot.chart, width, identifier),
        )


def _in_words(series: Series) -> str:
    ups = sorted(up for _, up in series.points)
    return (
        f"{series.name.capitalize()}: {len(ups)} values from {ups[0]:g} to {ups[-1]:g}."
    )


def _table(chart: Chart) -> Html:
    places = sorted({place for one in chart.series for place in one.places()})
    head = Html().join(
        Html('<th scope="col">{}</th>').format(name)
        for name in (chart.across, *(f"{one.name}, {chart.up}" for one in chart.series))
    )
    rows = Html("\n").join(
        Html('<tr><th scope="row">{:g}</th>{}</tr>').format(
            place,
            Html().join(
                Html("<td>{}</td>").format(_cell(one.at(place))) for one in chart.series
            ),
        )
        for place in places
    )
    return Html(
        "<table><thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table>\n"
    ).format(head, rows)


def _cell(values: Sequence[float]) -> str:
    """One value, or of several the least, the middle and the greatest."""
    if len(values) < 2:
        return "".join(f"{value:g}" for value in values)
    return f"{values[0]:g} to {values[-1]:g}, median {median(values):g}"
