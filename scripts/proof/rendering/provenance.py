"""The caption of a figure: what was run, by which command, where, when, how long."""

from collections.abc import Sequence

from proof.checking.result import Result
from proof.rendering.markup import Html, breakable
from proof.runs.run import Run
from proof.runs.versions import spanned
from proof.snippets.snippet import Snippet


def provenance(
    result: Result,
    same_on: Sequence[str] = (),
    not_on: Sequence[str] = (),
    *,
    element: str = "figcaption",
) -> Html:
    """The caption: the command, how long it took, where and when, and the outcome.

    Args:
        result: Of what.
        same_on: Other versions of Python on which the same came out.
        not_on: Versions that this machine lacks, or that were not run yet.
        element: What it is in HTML; a figure can have only one caption.
    """
    snippet, run = result.snippet, result.run
    took, time = "<strong>took {:.3f} s</strong>, {}", '<time datetime="{}">{}</time>'
    return _caption(
        [
            _command(snippet),
            Html(took).format(run.took, _process_times(run)),
            f"{run.python} on {run.platform}",
            *([f"the same on {spanned(same_on)}"] if same_on else ()),
            *([f"not run here on {spanned(not_on)}"] if not_on else ()),
            Html(time).format(run.made_at, run.made_at[:10]),
            *(["its longest step was not measured"] if result.unmeasured else ()),
            Html("<span>{}</span>").format(_outcome(result)),
        ],
        element,
    )


def command(snippet: Snippet) -> Html:
    """The caption of a snippet without a run: how to run it."""
    return _caption([Html("<span>{}</span>").format(_command(snippet))])


def _process_times(run: Run) -> str:
    """What was measured of its executions; a control has no time zero."""
    times = (f"{one.wall:.3f} s ({one.cpu:.3f} s CPU)" for one in run.executions)
    return f"its process {', without the recorder '.join(times)}"


def _command(snippet: Snippet) -> Html:
    return Html("<code>python {}</code>").format(breakable(snippet.path))


def _caption(facts: Sequence[Html | str], element: str = "figcaption") -> Html:
    # Each but the last ends with what parts it from the next: one may be hidden.
    apart = map(Html("<span>{} · </span>").format, facts[:-1])
    return Html(
        '<{element} class="proof-provenance" data-search-exclude>{}{}</{element}>\n'
    ).format(Html().join(apart), facts[-1], element=element)


def _outcome(result: Result) -> str:
    if result.differences:
        return "failed"
    if result.expected:
        return "failed as expected"
    tries = result.run.tries
    return "passed" if tries == 1 else f"passed at try {tries}"
