"""Whatever a program says and is called, a page holds it as text and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from typing import get_args
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from proof.checking.differences import Difference
from proof.checking.result import Result
from proof.errors import ProofError
from proof.rendering.comparison import comparison_figure
from proof.rendering.figure import (
    not_run_figure,
    note,
    problem_box,
    snippet_figure,
)
from proof.rendering.markup import Html, breakable, visible, with_code
from proof.rendering.repository import Repository
from proof.runs.history import End, History, Lane, Span, State
from proof.runs.run import Execution, Line, Run
from proof.snippets.snippet import Snippet

# What ends an element, an attribute, a comment or an entity, and every character,
# halves of surrogates too.
_SIGNS = (
    "<",
    ">",
    "&",
    "'",
    '"',
    "</",
    "-->",
    "]]>",
    "`",
    "{}",
    "&lt;",
    "\n",
    "_",
    "/",
)
_characters = some.one_of(
    some.sampled_from(_SIGNS), some.characters(exclude_categories=())
)
texts = some.lists(_characters, max_size=12).map("".join)
_lines = texts.map(lambda text: text.replace("\n", ""))
_states = some.sampled_from(get_args(State))


def _element(html: str) -> Element:
    """The one element of some HTML; whatever is not valid in it is an error."""
    assert "\n\n" not in html, "Markdown ends a block of HTML at a blank line"
    html.encode()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (element,) = parser.parseFragment(html)
    assert isinstance(element, Element)
    return element


def _tags(element: Element) -> set[str]:
    return {str(one.tag).rpartition("}")[2] for one in element.iter()}


@given(texts)
def test_html_is_never_made_of_text(text: str) -> None:
    for made in (
        Html("<p>{}</p>").format(text),
        Html("<p>") + text + Html("</p>"),
        Html("<p>{}</p>").format(Html().join([text])),
        Html('<p title="{}"></p>').format(text),
    ):
        element = _element(made.replace("\n", " "))
        assert _tags(element) == {"p"}
        shown = visible(text).replace("\n", " ")
        assert shown in ("".join(element.itertext()), element.get("title"))


@given(texts)
def test_names_and_questions_are_text(text: str) -> None:
    for made in (breakable(text), with_code(text)):
        element = _element(Html("<p>{}</p>").format(made).replace("\n", " "))
        assert _tags(element) <= {"p", "wbr", "code"}
        said = "".join(element.itertext())
        without_backticks = visible(text).replace("\n", " ")
        assert said.replace("`", "") == without_backticks.replace("`", "")


def _lane(label: str, state: State, waits_for: str, end: End) -> Lane:
    spans = (
        Span(state, 0.0, 0.5, 3, waits_for, 0.25),
        Span("running", 0.5, 0.6, 4),
        Span("suspended", 0.6, 1.0, 4, waits_for),
    )
    ended_at = None if end == "pending" else 1.0
    return Lane("task", label, 0.0, label, spans, end, ended_at, waits_for, (0.7,))


_lanes = some.builds(
    _lane,
    texts,
    _states,
    texts,
    some.sampled_from(get_args(End)),
)
_histories = some.one_of(
    some.none(),
    some.builds(
        History, some.lists(_lanes, max_size=3).map(tuple), some.sampled_from([0.01, 1])
    ),
)
_printed = some.builds(
    Line, _lines, some.sampled_from(["stdout", "stderr"]), some.floats(-1, 2), texts
)
_differences = some.lists(
    some.builds(
        Difference,
        some.sampled_from(["recorded", "control"]),
        some.just(7),
        _lines,
        some.lists(_lines, max_size=3).map(tuple),
    ),
    max_size=2,
).map(tuple)


@pytest.fixture(scope="module")
def result() -> Callable[..., Result]:
    """Make up what checking a snippet came to."""

    def make(
        comment: str,
        lines: list[Line],
        history: History | None,
        found: tuple[Difference, ...],
    ) -> Result:
        content = f'"""It."""\n\n# {comment}\n\n# Proof:\n# Output: anything\n'
        try:
            snippet = Snippet.parse("a/it.py", content.encode(errors="replace"))
        except ProofError:
            assume(False)
        execution = Execution(tuple(lines), 0, 1.0, 1.1, 0.1, 1, history=history)
        run = Run(
            "a/it.py",
            execution,
            replace(execution, took=None, history=None),
            1,
            "2026-11-21T20:15:00Z",
            "CPython 3.11.7",
            "Linux",
            "",
        )
        return Result(snippet, run, found)

    return make


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    comment=_lines,
    lines=some.lists(_printed, max_size=3),
    history=_histories,
    found=_differences,
    question=_lines,
)
def test_a_figure_is_valid_whatever_is_said(
    result: Callable[..., Result],
    comment: str,
    lines: list[Line],
    history: History | None,
    found: tuple[Difference, ...],
    question: str,
) -> None:
    shown = result(comment, lines, history, found)
    figure = _element(
        snippet_figure(
            [shown], Repository("https://x.example/a?b&c", "r", "b"), predict=question
        )
    )
    printed = [
        "".join(one.itertext())
        for one in figure.iter()
        if "proof-line" in one.get("class", "").split()
    ]
    assert printed == [f"{visible(line.text)}\n" for line in lines]
    _element(comparison_figure([(shown.snippet, shown.run)] * 2))


@given(_lines)
def test_a_message_is_text(message: str) -> None:
    snippet = Snippet.parse("a/it.py", b'"""It."""\n\n# Proof:\n# Output: anything\n')
    for made in (problem_box(message), note(message)):
        assert visible(message) in "".join(_element(made).itertext())
    _element(not_run_figure(snippet, message))


@given(texts.filter(lambda text: "\0" not in text))
def test_a_name_is_an_attribute_and_an_id(name: str) -> None:
    try:
        snippet = Snippet.parse(
            f"a/{name}.py", b'"""It."""\n\n# Proof:\n# Output: anything\n'
        )
    except ProofError:
        assume(False)
    figure = _element(not_run_figure(snippet, "why").replace("\n", " "))
    assert not set(figure.get("id", " ")) & set(" \t<>\"'&")
