"""Two or more runs on one axis, so that three seconds look three times as long."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from proof.rendering import timeline
from proof.rendering.markup import Html, breakable, identifier_of
from proof.rendering.replay import replay_element
from proof.runs.history import History
from proof.runs.run import Run
from proof.snippets.snippet import Snippet


def comparison_figure(compared: Sequence[tuple[Snippet, Run]]) -> Html:
    """The timelines of some runs, one below the other, as HTML; with their replay.

    Args:
        compared: Snippets with their runs; those without a loop have no timeline.
    """
    histories = [run.recorded.history for _, run in compared if run.recorded.history]
    scale = timeline.scale_of(*histories) if histories else None
    names = " and ".join(_file_name(snippet) for snippet, _ in compared)
    parts = (
        compared_part(
            _file_name(snippet),
            timeline_block(
                snippet,
                run,
                f"{identifier_of(snippet.name)}-compared",
                scale=scale,
                replay=True,
            ),
            run,
        )
        for snippet, run in compared
    )
    own = "-with-".join(identifier_of(snippet.name) for snippet, _ in compared)
    return on_one_axis(names, parts, own)


def on_one_axis(names: str, parts: Iterable[Html], identifier: str = "") -> Html:
    """Runs that are compared as one figure, which can be replayed.

    Args:
        names: What they are called together.
        parts: Each of them; see `compared_part`.
        identifier: Its id; without one there are no links to moments of it.
    """
    own = Html(' id="{}"').format(identifier) if identifier else ""
    return Html(
        '<figure class="proof proof-comparison"{} aria-label="{} on one time axis">\n'
        "{}</figure>"
    ).format(own, names, Html().join(parts))


def timeline_block(
    snippet: Snippet,
    run: Run,
    identifier: str,
    *,
    scale: float | None = None,
    facts: bool = True,
    replay: bool = False,
) -> Html:
    """The timeline of one run as HTML; empty without lanes.

    Args:
        snippet: What was run.
        run: Its run.
        identifier: What the ids in it begin with; unique in its page.
        scale: Seconds that the axis must span; the run's own if left out.
        facts: Whether the same stands below it as a table.
        replay: Whether the data of a replay are with it: those of the run by itself,
            whatever else is on its axis, so that a site has them once.
    """
    history = run.recorded.history
    if history is None or not history.lanes:
        return Html()
    name = _file_name(snippet)
    return Html(
        '<div class="proof-timeline" role="group" aria-label="Timeline of {}"'
        " data-search-exclude>\n{}{}</div>\n"
    ).format(
        name,
        timeline.draw(history, run.lines, identifier, name, scale, facts=facts),
        _replay_of(snippet, run, history) if replay else "",
    )


def _replay_of(snippet: Snippet, run: Run, history: History) -> Html:
    axis, rows = timeline.axis_of(history), timeline.drawn_rows(history)
    code = snippet.content.decode("utf-8").split("\n")
    return Html(replay_element(history, run.lines, axis, rows, code))


def compared_part(label: str, block: Html, run: Run) -> Html:
    """One of the runs that are compared: what it is, how long it took, its timeline.

    Args:
        label: What it is called.
        block: Its timeline; see `timeline_block`.
        run: The run.
    """
    return Html(
        '<div class="proof-head" data-search-exclude><span class="proof-name">{}</span>'
        "<strong>took {:.3f} s</strong></div>\n{}"
    ).format(breakable(label), run.took, block)


def _file_name(snippet: Snippet) -> str:
    return PurePosixPath(snippet.file).name
