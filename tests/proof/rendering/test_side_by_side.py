"""Small timelines side by side."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from proof.checking.result import Result
from proof.rendering.side_by_side import Side, side_by_side
from proof.runs.history import History, Lane, Span
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet


def lane(label: str, until: float) -> Lane:
    return Lane("task", label, 0, "", spans=(Span("suspended", 0, until),), end="done")


@pytest.fixture
def side(
    executed: Callable[..., Execution], made: Callable[..., Run]
) -> Callable[..., Side]:
    def side(name: str, took: float) -> Side:
        history = History((lane("main", took), lane("count 1", took)), took)
        recorded = replace(executed([], took=took), history=history)
        run = made(recorded, snippet=name)
        source = b'"""It waits."""\n\n# Proof:\n# Output: anything\n'
        return Side("`sleep`", Result(Snippet.parse(name, source), run))

    return side


def test_the_main_task_is_left_out_and_one_axis_is_shared(
    side: Callable[..., Side],
) -> None:
    html = side_by_side([side("a/one.py", 1.0), side("a/three.py", 3.0)])
    assert html.count('class="proof-lane"') == 2
    assert ">count 1</text>" in html
    assert ">main</text>" not in html
    assert "<code>sleep</code><strong>1.00 s</strong>" in html
    assert "--proof-share:0.33" in html
    assert "--proof-share:1.00" in html
