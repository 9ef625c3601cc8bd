"""Runs on one axis: what is longer looks longer."""

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from proof.rendering.comparison import comparison_figure
from proof.rendering.run_view import run_view
from proof.runs.history import History, Lane, Span
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]
Made = Callable[..., Run]
Executed = Callable[..., Execution]


@pytest.fixture
def compared(add: Add, made: Made, executed: Executed) -> Callable[..., Element]:
    """The figure of runs that took some seconds each, with one lane."""

    def draw(**seconds: float) -> Element:
        pairs = []
        for name, took in seconds.items():
            span = Span("suspended", 0.0, took)
            lane = Lane("task", "main", 0.0, "", (span,), "done", took)
            execution = replace(
                executed(["One"], took=took), history=History((lane,), took)
            )
            snippet = add(f"a/{name}.py", f"print({name!r})")
            pairs.append((snippet, made(execution, snippet=snippet.name)))
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        figure: Element = parser.parseFragment(comparison_figure(pairs))
        return figure

    return draw


def _last_tick(svg: Element) -> str:
    texts = ("".join(element.itertext()) for element in svg.iter())
    return [text for text in texts if re.fullmatch(r"[\d.]+ s", text)][-1]


def test_all_have_the_axis_of_the_longest(compared: Callable[..., Element]) -> None:
    figure = compared(short=1.0, long=3.0)
    pictures = figure.findall(".//*[@class='proof-picture']")
    assert len(pictures) == 2
    assert _last_tick(pictures[0]) == _last_tick(pictures[1])


def test_each_says_what_it_is_and_how_long_it_took(
    compared: Callable[..., Element],
) -> None:
    heads = [
        "".join(e.itertext())
        for e in compared(short=1.0, long=3.0).findall(".//*[@class='proof-head']")
    ]
    assert [("short.py" in heads[0], "1.000 s" in heads[0])] == [(True, True)]
    assert [("long.py" in heads[1], "3.000 s" in heads[1])] == [(True, True)]


def test_the_data_of_its_replay_are_those_of_each_run_by_itself(
    add: Add, made: Made, executed: Executed
) -> None:
    lane = Lane("task", "main", 0.0, "", (Span("running", 0.0, 0.001),), "done", 0.001)
    short, long = (
        (
            add(f"a/{name}.py", f"print({name!r})"),
            made(replace(executed(["One"], took=took), history=History((lane,), took))),
        )
        for name, took in (("short", 0.001), ("long", 3.0))
    )
    templates = re.findall("<template.*?</template>", comparison_figure([short, long]))
    alone = [
        re.findall("<template.*?</template>", run_view(*one, "a"))
        for one in (short, long)
    ]
    assert [*alone[0], *alone[1]] == templates
    assert len(templates) == 2


def test_ids_differ(compared: Callable[..., Element]) -> None:
    figure = compared(short=1.0, long=3.0)
    ids = [element.get("id") for element in figure.iter() if element.get("id")]
    assert ids
    assert len(ids) == len(set(ids))
