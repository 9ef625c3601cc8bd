"""Small timelines side by side on one axis, to be understood at first sight."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from proof.checking.result import Result
from proof.rendering import timeline
from proof.rendering.markup import Html, identifier_of, with_code
from proof.runs.history import History, Lane


@dataclass(frozen=True)
class Side:
    """One of the timelines.

    Attributes:
        label: What it shows; what is between backticks in it is code.
        result: What is drawn.
    """

    label: str
    result: Result


def side_by_side(sides: Sequence[Side]) -> Html:
    """The timelines as HTML; style sheets play them once.

    The task that only waits for the others is left out, and so are tables: the figure
    of each program has both.

    Args:
        sides: From left to right; all of them have a recorded history.
    """
    histories = [_shown(side.result) for side in sides]
    scale = timeline.scale_of(*histories)
    parts = (
        _part(side, history, scale)
        for side, history in zip(sides, histories, strict=True)
    )
    return Html('<div class="proof-sides" data-search-exclude>\n{}</div>\n').format(
        Html().join(parts)
    )


def _part(side: Side, history: History, scale: float) -> Html:
    snippet, run = side.result.snippet, side.result.run
    identifier = f"{identifier_of(snippet.name)}-side"
    picture = timeline.draw(history, (), identifier, snippet.name, scale, facts=False)
    return Html(
        '<div class="proof proof-side" style="--proof-share:{:.4f}">\n'
        '<p class="proof-side-label">{}<strong>{:.2f} s</strong></p>\n'
        '<div class="proof-timeline">{}</div></div>\n'
    ).format(min(1.0, run.took / scale), with_code(side.label), run.took, picture)


def _shown(result: Result) -> History:
    history = result.run.recorded.history
    assert history is not None, f"{result.snippet.path} has no loop"
    return replace(history, lanes=tuple(_working(history.lanes)))


def _working(lanes: Sequence[Lane]) -> Iterator[Lane]:
    """The lanes without that of the main task, where there are others."""
    first, *others = lanes
    yield from others or [first]
