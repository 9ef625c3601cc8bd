"""A reader's run and the published one, on one axis of time."""

import json
from dataclasses import replace
from typing import Any

from proof.browser.outcome import IDENTIFIER
from proof.rendering import timeline
from proof.rendering.comparison import compared_part, on_one_axis, timeline_block
from proof.runs.history import History, Lane, Place, Span
from proof.runs.run import Execution, Line, Run
from proof.snippets.snippet import Snippet


def compared(snippet: Snippet, own: Run, published: str) -> str:
    """Both timelines as HTML, one below the other; empty where one has none.

    Args:
        snippet: The program as the reader has it.
        own: The reader's run.
        published: The published one, as `proof.site.published_runs` writes it.
    """
    other = published_run(json.loads(published))
    histories = [other.recorded.history, own.recorded.history]
    drawn = [history for history in histories if history and history.lanes]
    if len(drawn) < 2:
        return ""
    scale = timeline.scale_of(*drawn)
    # The lines of what is published are not those of what the reader has.
    unknown = replace(snippet, content=b"")
    both = (
        compared_part(
            label,
            timeline_block(
                program, run, f"{IDENTIFIER}-{place}", scale=scale, replay=True
            ),
            run,
        )
        for label, place, program, run in (
            (f"Published, by {other.python}", "published", unknown, other),
            (f"Yours, by {own.python} in your browser", "own", snippet, own),
        )
    )
    return str(on_one_axis("The published run and yours", both))


def published_run(data: dict[str, Any]) -> Run:
    """The published run, as far as a timeline needs it."""
    execution = Execution(
        lines=tuple(Line(**line) for line in data["lines"]),
        status=0,
        took=data["took"],
        wall=0.0,
        cpu=0.0,
        loops=1,
        history=_history(data["history"]),
    )
    return Run(
        snippet=data["snippet"],
        recorded=execution,
        control=None,
        tries=1,
        made_at=data["made_at"],
        python=data["python"],
        platform=data["platform"],
        batch="",
    )


def _history(data: dict[str, Any]) -> History:
    lanes = tuple(_lane(lane) for lane in data["lanes"])
    idle = tuple((begin, end) for begin, end in data["idle"])
    return History(**{**data, "lanes": lanes, "idle": idle})


def _lane(data: dict[str, Any]) -> Lane:
    spans = tuple(map(_span, data["spans"]))
    return Lane(**{**data, "spans": spans, "cancels": tuple(data["cancels"])})


def _span(data: dict[str, Any]) -> Span:
    places = (Place(**{**one, "lines": tuple(one["lines"])}) for one in data["places"])
    return Span(**{**data, "places": tuple(places)})
