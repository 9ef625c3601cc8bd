"""A question hides the result of a snippet, and nothing else."""

from collections.abc import Callable

import html5lib
import pytest
from tests.pythons import this_python

from proof.cache.store import Store
from proof.checking.result import Result
from proof.project import Project
from proof.rendering.figure import prediction, snippet_figure
from proof.rendering.markup import Html
from proof.runs.run import Execution, Run
from proof.site.build import Build
from proof.site.page import show
from proof.snippets.snippet import Snippet

QUESTION = "What is printed?"


def test_it_is_open_where_no_script_runs() -> None:
    html = prediction(QUESTION, Html("<p>One</p>"))
    assert html.startswith('<details class="proof-predict" open>\n<summary>')
    assert html.endswith("</summary>\n<p>One</p></details>\n")


def test_question_is_escaped_and_may_hold_code() -> None:
    html = prediction("Is `a<b` <b>true</b> & `c`?", Html())
    assert (
        "Is <code>a&lt;b</code> &lt;b&gt;true&lt;/b&gt; &amp; <code>c</code>?" in html
    )


def test_question_and_what_a_click_does_are_read_aloud() -> None:
    summary = next(html5lib.parseFragment(prediction(QUESTION, Html())).iter())
    read_aloud = " ".join("".join(summary.itertext()).split())
    assert read_aloud == "What is printed? Show the output"


def test_only_the_result_is_hidden(
    parse: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
) -> None:
    result = Result(parse(), made(executed(["One"])))
    html = snippet_figure([result], predict=QUESTION)
    before, block = html.split("<details")
    hidden, after = block.split("</details>")
    assert "proof-head" in before
    assert "proof-source" in before
    assert "proof-output" in hidden
    assert "proof-provenance" in after
    assert "details" not in snippet_figure([result])


@pytest.fixture
def shown(
    project: Project,
    add: Callable[..., Snippet],
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    begin: Callable[..., Build],
) -> Callable[[str], str]:
    """The figure of a snippet that claims to print One, while serving."""

    def shown(printed: str) -> str:
        snippet = add("a/one.py")
        Store(project).save(
            snippet, this_python(), made(executed([printed]), snippet=snippet.name)
        )
        begin(is_serving=True)
        return show(snippet.name, predict=QUESTION)

    return shown


def test_a_page_can_ask(shown: Callable[[str], str]) -> None:
    html = shown("One")
    assert QUESTION in html
    assert "proof-failed" not in html


def test_what_failed_is_never_hidden(shown: Callable[[str], str]) -> None:
    html = shown("Two")
    assert "proof-failed" in html
    assert "<details" not in html
