"""What a page can call, while building and while serving."""

from collections.abc import Callable

import pytest
from tests.pythons import this_python

from proof import ProofError
from proof.cache.store import Store
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site.build import Build
from proof.site.page import compare, legend, run, show
from proof.snippets.snippet import Snippet

Keep = Callable[[Snippet, str], Run]


@pytest.fixture
def keep(
    project: Project, executed: Callable[..., Execution], made: Callable[..., Run]
) -> Keep:
    """Store a run that printed something."""

    def store(snippet: Snippet, printed: str) -> Run:
        run = made(executed([printed]), snippet=snippet.name)
        Store(project).save(snippet, this_python(), run)
        return run

    return store


Begin = Callable[..., Build]


@pytest.fixture(params=[False, True], ids=["building", "serving"])
def is_serving(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_a_snippet_that_passed_is_shown(
    begin: Begin, is_serving: bool, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "One")
    begin(is_serving=is_serving)
    html = show("a/one.py")
    assert 'data-snippet="a/one.py"' in html
    assert "proof-failed" not in html


def test_what_a_build_before_has_drawn_is_not_drawn_again(
    begin: Begin,
    add: Callable[..., Snippet],
    keep: Keep,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep(add("a/one.py"), "One")
    begin()
    drawn = show("a/one.py"), compare("a/one.py")
    begin()
    with monkeypatch.context() as patched:
        for name in ("figure.snippet_figure", "comparison_figure"):
            patched.setattr(f"proof.site.page.{name}", None)
        assert (show("a/one.py"), compare("a/one.py")) == drawn
    assert "Guess." in show("a/one.py", predict="Guess.")


def test_another_run_is_drawn(
    begin: Begin, add: Callable[..., Snippet], keep: Keep
) -> None:
    for printed in ("Two", "Three"):
        keep(add("a/one.py"), printed)
        begin(is_serving=True)
        assert f"{printed}\n" in show("a/one.py")


def test_its_run_can_be_asked_for(
    begin: Begin, is_serving: bool, add: Callable[..., Snippet], keep: Keep
) -> None:
    stored = keep(add("a/one.py"), "One")
    begin(is_serving=is_serving)
    assert run("a/one.py") == stored


def test_a_build_stops_at_a_snippet_that_failed(
    begin: Begin, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "Two")
    begin()
    with pytest.raises(ProofError, match=r"(?s)snippets/a/one\.py:7: .*-One\n.*\+Two"):
        show("a/one.py")


def test_serving_shows_what_differs(
    begin: Begin, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "Two")
    begin(is_serving=True)
    html = show("a/one.py")
    assert "proof-failed" in html
    assert '<span class="proof-diff-plus">+Two\n</span>' in html


def test_an_expected_failure_is_shown_with_what_differs(
    begin: Begin, is_serving: bool, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/example.py", metadata="tool.proof.xfail = true"), "Two")
    begin(is_serving=is_serving)
    html = show("a/example.py")
    assert "proof-expected" in html
    assert "proof-failed" not in html
    assert '<span class="proof-diff-plus">+Two\n</span>' in html


def test_an_expected_failure_that_passes_stops_a_build_and_alarms_who_serves(
    begin: Begin, is_serving: bool, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/example.py", metadata="tool.proof.xfail = true"), "One")
    begin(is_serving=is_serving)
    if is_serving:
        assert "proof-failed" in show("a/example.py")
        return
    with pytest.raises(ProofError, match="it was expected to fail and passed"):
        show("a/example.py")


def test_claims_are_shown_where_a_page_asks_for_them(
    begin: Begin, is_serving: bool, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "One")
    begin(is_serving=is_serving)
    assert "# Proof:" in show("a/one.py", claims=True)
    assert "# Proof:" not in show("a/one.py")


@pytest.mark.parametrize("call", [show, run])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("a/nowhere.py", "there is no snippets/a/nowhere.py", id="missing"),
        pytest.param("a/spoilt.py", "snippets/a/spoilt.py:1: it claims", id="spoilt"),
        pytest.param("a/new.py", "type `proof run snippets/a/new.py`", id="not-run"),
    ],
)
def test_a_build_stops_where_there_is_nothing_to_show(
    project: Project,
    begin: Begin,
    add: Callable[..., Snippet],
    call: Callable[[str], object],
    name: str,
    message: str,
) -> None:
    add("a/new.py")
    (project.snippets / "a/spoilt.py").write_text('"""It claims nothing."""')
    begin()
    with pytest.raises(ProofError) as caught:
        call(name)
    assert message in str(caught.value)


def test_serving_says_why_there_is_nothing_to_show(begin: Begin) -> None:
    begin(is_serving=True)
    html = show("a/<nowhere>.py")
    assert html.startswith('<div class="proof-problem" role="alert">')
    assert "snippets/a/&lt;nowhere&gt;.py" in html


def test_serving_shows_the_source_of_what_was_not_run_yet(
    begin: Begin, add: Callable[..., Snippet]
) -> None:
    add("a/new.py")
    begin(is_serving=True)
    html = show("a/new.py")
    assert "proof-source" in html
    assert "Not run yet as it is now." in html
    assert "proof-output" not in html


def test_serving_has_no_number_of_what_was_not_run_yet(
    begin: Begin, add: Callable[..., Snippet]
) -> None:
    add("a/new.py")
    begin(is_serving=True)
    with pytest.raises(ProofError, match="not run yet as it is now"):
        run("a/new.py")


@pytest.fixture
def unavailable(add: Callable[..., Snippet]) -> str:
    """A snippet that no Python of today can run."""
    return add("a/later.py", metadata='requires-python = ">=3.39"').name


def test_what_cannot_run_on_this_python_is_shown_with_the_reason(
    begin: Begin, is_serving: bool, unavailable: str
) -> None:
    begin(is_serving=is_serving)
    html = show(unavailable)
    assert "proof-source" in html
    assert "it needs Python &gt;=3.39." in html


def test_what_cannot_run_is_left_out_of_a_comparison_and_named(
    begin: Begin, add: Callable[..., Snippet], keep: Keep, unavailable: str
) -> None:
    keep(add("a/one.py"), "One")
    begin()
    html = compare("a/one.py", unavailable)
    assert "proof-comparison" in html
    assert "snippets/a/later.py: not run on" in html


def test_a_changed_snippet_is_not_shown_with_an_earlier_run(
    begin: Begin, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "One")
    add("a/one.py", "print('One')")
    begin()
    with pytest.raises(ProofError, match="not run yet as it is now"):
        show("a/one.py")


def test_without_a_build_it_is_the_checkout_around_that_counts(
    project: Project,
    add: Callable[..., Snippet],
    keep: Keep,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored = keep(add("a/one.py"), "One")
    monkeypatch.chdir(project.docs)
    assert run("a/one.py") == stored


def test_the_latest_build_counts(begin: Begin) -> None:
    begin()
    begin(is_serving=True)
    assert "proof-problem" in show("a/nowhere.py")
    begin()
    with pytest.raises(ProofError):
        show("a/nowhere.py")


def test_view_and_edit_come_from_the_environment(
    begin: Begin,
    add: Callable[..., Snippet],
    keep: Keep,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("GITHUB_REPOSITORY", "CI_PROJECT_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    keep(add("a/one.py"), "One")
    begin()
    address = 'href="https://code.example/me/site/blob/main/snippets/a/one.py"'
    assert address not in show("a/one.py")
    monkeypatch.setenv("REPO_URL", "https://code.example/me/site")
    assert address in show("a/one.py")


def test_runs_are_compared_on_one_axis(
    begin: Begin, is_serving: bool, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "One")
    keep(add("a/two.py", "print('One')"), "One")
    begin(is_serving=is_serving)
    html = compare("a/one.py", "a/two.py")
    assert html.index("one.py") < html.index("two.py")
    assert "proof-comparison" in html


def test_serving_says_what_cannot_be_compared_and_a_build_stops(begin: Begin) -> None:
    begin(is_serving=True)
    assert "proof-problem" in compare("a/none.py")
    begin()
    with pytest.raises(ProofError, match=r"there is no snippets/a/none\.py"):
        compare("a/none.py")


def test_the_legend_can_be_folded() -> None:
    assert legend() in legend(folded=True)
    assert "<details" in legend(folded=True)
    assert "<details" not in legend()
