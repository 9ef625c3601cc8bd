"""A published run is read back from its file as it was."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from proof.browser.comparison import compared, published_run
from proof.checking.result import Result
from proof.rendering.markup import identifier_of
from proof.runs.history import History, Lane, Span
from proof.runs.run import Execution, Run
from proof.site.evidence import Entry, Evidence
from proof.site.published_runs import write_runs
from proof.snippets.snippet import Snippet

HISTORY = History(
    (
        Lane(
            "task",
            "main",
            0.0,
            "",
            (Span("running", 0.0, 0.1, 3), Span("suspended", 0.1, 0.5, 4, "for x")),
            "cancelled",
            0.5,
            cancels=(0.4,),
            number=1,
        ),
    ),
    0.5,
    steps=2,
    idle=((0.1, 0.4),),
)


def test_both_are_drawn_on_one_axis(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    tmp_path: Path,
) -> None:
    snippet = parse()
    run = made(replace(executed(["One"]), history=HISTORY), python="CPython 3.15.2")
    write_runs(Evidence((Entry(Result(snippet, run), ()),)), tmp_path)
    text = (tmp_path / f"{identifier_of(run.snippet)}.json").read_text("utf-8")
    published = published_run(json.loads(text))
    assert published.recorded.history == HISTORY
    assert published.lines == run.lines
    html = compared(snippet, run, text)
    assert html.count('class="proof-timeline"') == 2
    assert "Published, by CPython 3.15.2" in html
    bare = made(executed(["One"]))
    assert compared(snippet, bare, text) == ""
