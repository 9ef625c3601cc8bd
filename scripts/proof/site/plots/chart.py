"""A chart as SVG: drawn by Matplotlib, coloured by the style sheets of the site."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from proof.rendering.markup import Html
from proof.site.plots.points import Series

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_HEIGHT: Final = 250
# Of an inch: a unit of the drawing is then a pixel of CSS.
_POINT: Final = 72
# Pixels: what is written above the axis is no line of the legend.
_APART: Final = 7
_FONT_SIZE: Final = 12.5
# What stands for a colour while it is drawn.
_COLOURS: Final = {
    "#010000": "--proof-running",
    "#030000": "--proof-quiet",
    "#040000": "--proof-rule",
    "#050000": "--proof-ink",
}
_FIRST, _QUIET, _RULE, _INK = _COLOURS
_COLOURS_OF_SERIES: Final = (_FIRST, _INK)
_SHAPES: Final = ("o", "^")
# In powers of ten: where the points of a series are, beside their place.
_CENTRES: Final = (-0.18, 0.18)
_ROOM: Final = 0.22
_COLUMNS: Final = 5
_MIDDLE: Final = 16
_SETTINGS: Final = {
    "svg.fonttype": "none",
    # Part of every installation of Matplotlib: the machine's fonts change nothing.
    "font.family": "DejaVu Sans",
    "font.size": _FONT_SIZE,
    "axes.edgecolor": _RULE,
    "axes.labelcolor": _QUIET,
    "xtick.color": _RULE,
    "ytick.color": _RULE,
    "xtick.labelcolor": _QUIET,
    "ytick.labelcolor": _QUIET,
    "grid.color": _RULE,
    "text.color": _INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "legend.frameon": False,
}
_BOX: Final = re.compile(r'viewBox="([^"]+)"')
_CONTENT: Final = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_LEFT_OUT: Final = re.compile(
    # What a page has itself, or what would count for all of it.
    r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->|<defs>\s*</defs>"
    # No two charts of a page may share an id, and nothing leads to these.
    r'|(?<=<g) id="[^"]*"| font-family: [^;"]*;| transform="rotate\(-0 [^"]*"',
    re.DOTALL,
)
_GAP: Final = re.compile(r"(?<=>)\s+|\s+(?=<)")


@dataclass(frozen=True)
class Chart:
    """What is drawn.

    Attributes:
        title: What it shows.
        across: What is measured from left to right, with its unit.
        up: What is measured from the bottom up, with its unit.
        series: One or two kinds of points.
        scale: `log` where a step means ten times as much, in both directions.
    """

    title: str
    across: str
    up: str
    series: Sequence[Series]
    scale: Literal["linear", "log"] = "linear"


def drawn(chart: Chart, width: int, identifier: str) -> dict[str, str | Html]:
    """Draw a chart.

    The same chart becomes the same text, on every machine.

    Args:
        chart: What to draw.
        width: How wide, in pixels of CSS.
        identifier: Makes the ids in it its own.

    Returns:
        The `box` and the `content` of its SVG element.
    """
    text = _written(chart, width, identifier)
    box, content = _BOX.search(text), _CONTENT.search(text)
    assert box is not None
    assert content is not None
    parts = _GAP.sub("", _LEFT_OUT.sub("", content[1]))
    for stand_in, name in _COLOURS.items():
        parts = parts.replace(stand_in, f"var({name})")
    return {"box": box[1], "content": Html(parts)}


def _written(chart: Chart, width: int, identifier: str) -> str:
    """The SVG as Matplotlib writes it."""
    # Loaded for a plot alone: most of what is done with this package draws none.
    import io  # noqa: PLC0415

    from matplotlib import rc_context  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.layout_engine import ConstrainedLayoutEngine  # noqa: PLC0415

    settings: dict[Any, Any] = {**_SETTINGS, "svg.hashsalt": identifier}
    with rc_context(settings):
        figure = Figure(
            (width / _POINT, _HEIGHT / _POINT),
            layout=ConstrainedLayoutEngine(h_pad=_APART / _POINT),
        )
        figure.patch.set_visible(False)
        axes = figure.subplots()
        axes.patch.set_visible(False)
        _draw(axes, chart)
        _scale(axes, chart)
        _label(figure, axes, chart)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()


def _draw(axes: "Axes", chart: Chart) -> None:
    for number, series in enumerate(chart.series):
        color, shape = _COLOURS_OF_SERIES[number], _SHAPES[number]
        if chart.scale == "log":
            points = _spread(series, number)
            line, size = "", 4.0
        else:
            points = list(series.points)
            line, size = "-", 5.0
        axes.plot(
            *zip(*points, strict=True),
            color=color,
            label=series.name,
            marker=shape,
            markersize=size,
            markeredgewidth=0,
            linestyle=line,
            linewidth=1,
        )
        if chart.scale == "log":
            axes.plot(
                *zip(*_middles(series, number), strict=True),
                color=_INK,
                marker="_",
                markersize=_MIDDLE,
                markeredgewidth=2,
                linestyle="",
            )


def _scale(axes: "Axes", chart: Chart) -> None:
    from matplotlib.ticker import (  # noqa: PLC0415
        FuncFormatter,
        MaxNLocator,
        NullLocator,
    )

    if chart.scale == "log":
        axes.set_xscale("log")
        axes.set_yscale("log", nonpositive="clip")
        axes.set_xticks(sorted({p for one in chart.series for p in one.places()}))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.yaxis.set_minor_locator(NullLocator())
    else:
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.grid(axis="y", linewidth=0.6)
    axes.set_axisbelow(True)


def _label(figure: "Figure", axes: "Axes", chart: Chart) -> None:
    axes.set_xlabel(chart.across)
    # Above the axis, not along it: who reads it need not turn the head.
    axes.set_title(chart.up, loc="left", fontsize=_FONT_SIZE, color=_QUIET)
    if len(chart.series) > 1:
        figure.legend(
            loc="outside upper left",
            ncols=1,
            borderaxespad=0,
            borderpad=0,
            handlelength=1.2,
            handletextpad=0.5,
            labelspacing=0.3,
        )


def _spread(series: Series, number: int) -> list[tuple[float, float]]:
    """Points beside each other that would lie one upon the other.

    No chance is needed for that: neighbours take turns in a few columns.
    """
    spread = []
    for place in series.places():
        ups = series.at(place)
        for index, up in enumerate(ups):
            share = (2 * index % _COLUMNS) / (_COLUMNS - 1) - 0.5
            shift = _CENTRES[number] + share * _ROOM
            spread.append((place * 10**shift, up))
    return spread


def _middles(series: Series, number: int) -> list[tuple[float, float]]:
    shift = 10 ** _CENTRES[number]
    return [(place * shift, up) for place, up in series.medians()]
