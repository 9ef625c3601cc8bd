"""What came of one run: its output and its timeline."""

from collections.abc import Collection

from proof.rendering.comparison import timeline_block
from proof.rendering.markup import Html
from proof.rendering.output import output_block, silent
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

_FOREIGN = "its event loop is not one of asyncio's own"
_NO_TASK = "its event loop ran no task"


def run_view(
    snippet: Snippet, run: Run, identifier: str, marked: Collection[int] = ()
) -> Html:
    """Output, timeline and the data of its replay as HTML.

    Args:
        snippet: What was run.
        run: What came of it.
        identifier: What the ids in it begin with; unique in its page.
        marked: Indices of the lines that other versions of Python do not print.
    """
    output = output_block(run.lines, identifier, marked)
    return output + _timeline(snippet, run, identifier)


def _timeline(snippet: Snippet, run: Run, identifier: str) -> Html:
    history = run.recorded.history
    if history is None or not run.recorded.loops:
        return Html()
    if not history.lanes:
        why = history.shortcoming or (_FOREIGN if history.foreign_loop else _NO_TASK)
        return Html('<div class="proof-timeline">{}</div>\n').format(
            silent(f"no timeline: {why}")
        )
    return timeline_block(snippet, run, identifier, replay=True)
