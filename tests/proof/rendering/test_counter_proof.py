"""A figure shows what breaks its program, and what then came out."""

import json
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import html5lib
import pytest
from tests.pythons import this_python

from proof.cache.store import Store
from proof.checking.result import check
from proof.project import Project
from proof.rendering.counter_proof import counter_proof_box
from proof.runs.history import History, Lane, Span
from proof.runs.run import Execution, Run
from proof.site import build
from proof.site.build import Build
from proof.site.page import show
from proof.snippets.counter_proofs import counter_proofs
from proof.snippets.snippet import Snippet

NAME = "a/one.py"
BREAKS = """\
Output:
    One
Breaks: it says `Two` & more
    -print('One')
    +print('Two')
"""


def _box(html: str) -> ET.Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    (box,) = (
        element
        for element in parser.parseFragment(html).iter("details")
        if element.get("class") == "proof-break"
    )
    assert isinstance(box, ET.Element)
    return box


def test_the_change_and_what_came_of_it_are_shown(
    project: Project,
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    begin: Callable[..., Build],
) -> None:
    snippet = add(NAME, "print('One')", BREAKS)
    store = Store(project)
    store.save(snippet, this_python(), made(executed(["One"]), snippet=NAME))
    begin(is_serving=True)
    assert "It was not run yet." in "".join(_box(show(NAME)).itertext())
    (proof,) = counter_proofs(snippet)
    broken = made(executed(["Two"]), snippet=proof.snippet.name, controlled=False)
    store.save(proof.snippet, this_python(), broken)
    build.begin(replace(begin(), can_run=True))
    box = _box(show(NAME))
    text = "".join(box.itertext())
    assert "Break it: it says Two & more" in text
    assert "-print('One')" in text
    assert "+print('Two')" in text
    assert "stdout is not as claimed" in text
    (button,) = box.iter("button")
    assert json.loads(button.attrib["data-edits"]) == [[3, 1, ["print('Two')"]]]


@pytest.mark.parametrize(("seconds", "drawn"), [(1.02, 1), (3.0, 2)])
def test_the_timeline_above_serves_where_the_axes_look_the_same(
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    seconds: float,
    drawn: int,
) -> None:
    def ran(text: str, took: float) -> Run:
        spans = (Span("suspended", 0, took),)
        lane = Lane("task", "main", 0, "", spans=spans, end="done", ended_at=took)
        history = History((lane,), took)
        return made(replace(executed([text], took=took), history=history))

    snippet = add(NAME, "print('One')", BREAKS)
    (proof,) = counter_proofs(snippet)
    html = counter_proof_box(
        proof,
        check(proof.snippet, ran("Two", seconds)),
        check(snippet, ran("One", 1.0)),
    )
    assert html.count('class="proof-picture"') == drawn
