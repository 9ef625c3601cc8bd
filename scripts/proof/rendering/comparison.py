"""Two or more runs on one axis, so that three seconds look three times as long."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from proof.rendering import timeline
from proof.rendering.markup import breakable, html, identifier_of
from proof.runs.run import Run
from proof.snippets.snippet import Snippet


def comparison_figure(compared: Sequence[tuple[Snippet, Run]]) -> str:
    """The timelines of some runs, one below the other, as HTML.

    Args:
        compared: Snippets with their runs; those without a loop have no timeline.
    """
    histories = [run.recorded.history for _, run in compared if run.recorded.history]
    scale = timeline.scale_of(*histories) if histories else None
    names = " and ".join(_file_name(snippet) for snippet, _ in compared)
    parts = (_part(snippet, run, scale) for snippet, run in compared)
    return (
        '<figure class="proof proof-comparison" '
        f'aria-label="{html(names)} on one time axis">\n{"".join(parts)}</figure>'
    )


def timeline_block(
    snippet: Snippet,
    run: Run,
    identifier: str,
    *,
    scale: float | None = None,
    replay: str = "",
) -> str:
    """The timeline of one run as HTML; empty without lanes.

    Args:
        snippet: What was run.
        run: Its run.
        identifier: What the ids in it begin with; unique in its page.
        scale: Seconds that the axis must span; the run's own if left out.
        replay: The data of a replay, as HTML.
    """
    history = run.recorded.history
    if history is None or not history.lanes:
        return ""
    name = _file_name(snippet)
    return (
        '<div class="proof-timeline" role="group" '
        f'aria-label="Timeline of {html(name)}" data-search-exclude>\n'
        f"{timeline.draw(history, run.lines, identifier, name, scale)}{replay}</div>\n"
    )


def _part(snippet: Snippet, run: Run, scale: float | None) -> str:
    identifier = f"{identifier_of(snippet.name)}-compared"
    return (
        '<div class="proof-head" data-search-exclude><span class="proof-name">'
        f"{breakable(html(_file_name(snippet)))}</span>"
        f"<strong>took {run.took:.3f} s</strong></div>\n"
        f"{timeline_block(snippet, run, identifier, scale=scale)}"
    )


def _file_name(snippet: Snippet) -> str:
    return PurePosixPath(snippet.name).name
