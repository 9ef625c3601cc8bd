"""What a page can call, while building and while serving."""

from collections.abc import Callable

import pytest

from proof import ProofError
from proof.cache.store import Store
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.site.page import Build, begin, compare, legend, run, show
from proof.snippets.snippet import Snippet

Keep = Callable[[Snippet, str], Run]


@pytest.fixture
def keep(
    project: Project, executed: Callable[..., Execution], made: Callable[..., Run]
) -> Keep:
    """Store a run that printed something."""

    def store(snippet: Snippet, printed: str) -> Run:
        run = made(executed([printed]), snippet=snippet.name)
        Store(project).save(snippet, run)
        return run

    return store


@pytest.fixture(params=[False, True], ids=["building", "serving"])
def build(project: Project, request: pytest.FixtureRequest) -> Build:
    made = Build(project, is_serving=request.param)
    begin(made)
    return made


def test_a_snippet_that_did_as_claimed_is_shown(
    build: Build, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "One")
    html = show("a/one.py")
    assert 'data-snippet="a/one.py"' in html
    assert "proof-failed" not in html


def test_its_run_can_be_asked_for(
    build: Build, add: Callable[..., Snippet], keep: Keep
) -> None:
    stored = keep(add("a/one.py"), "One")
    assert run("a/one.py") == stored


def test_building_stops_at_a_snippet_that_did_otherwise(
    project: Project, add: Callable[..., Snippet], keep: Keep
) -> None:
    begin(Build(project))
    keep(add("a/one.py"), "Two")
    with pytest.raises(ProofError, match=r"(?s)snippets/a/one\.py:7: .*-One\n.*\+Two"):
        show("a/one.py")


def test_serving_shows_what_differs(
    project: Project, add: Callable[..., Snippet], keep: Keep
) -> None:
    begin(Build(project, is_serving=True))
    keep(add("a/one.py"), "Two")
    html = show("a/one.py")
    assert "proof-failed" in html
    assert '<span class="proof-diff-plus">+Two\n</span>' in html


def test_what_is_meant_to_fail_is_shown_with_what_differs(
    build: Build, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/example.py", metadata="tool.proof.xfail = true"), "Two")
    html = show("a/example.py")
    assert "proof-meant" in html
    assert "proof-failed" not in html
    assert '<span class="proof-diff-plus">+Two\n</span>' in html


def test_what_is_meant_to_fail_and_does_not_stops_a_build_and_alarms_who_serves(
    build: Build, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/example.py", metadata="tool.proof.xfail = true"), "One")
    if build.is_serving:
        assert "proof-failed" in show("a/example.py")
        return
    with pytest.raises(ProofError, match="it was meant to fail and does not"):
        show("a/example.py")


def test_claims_are_shown_where_a_page_asks_for_them(
    build: Build, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "One")
    assert "# Proof:" in show("a/one.py", claims=True)
    assert "# Proof:" not in show("a/one.py")


@pytest.mark.parametrize("call", [show, run])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("a/nowhere.py", "snippets/a/nowhere.py: cannot be", id="missing"),
        pytest.param("a/spoilt.py", "snippets/a/spoilt.py:1: it claims", id="spoilt"),
        pytest.param("a/new.py", "type `proof run snippets/a/new.py`", id="not-run"),
    ],
)
def test_building_stops_where_there_is_nothing_to_show(
    project: Project,
    add: Callable[..., Snippet],
    call: Callable[[str], object],
    name: str,
    message: str,
) -> None:
    begin(Build(project))
    add("a/new.py")
    (project.snippets / "a/spoilt.py").write_text('"""It claims nothing."""')
    with pytest.raises(ProofError) as caught:
        call(name)
    assert message in str(caught.value)


@pytest.mark.parametrize("name", ["a/<nowhere>.py", "a/new.py"])
def test_serving_says_why_there_is_nothing_to_show(
    project: Project, add: Callable[..., Snippet], name: str
) -> None:
    begin(Build(project, is_serving=True))
    add("a/new.py")
    html = show(name)
    assert html.startswith('<div class="proof-problem" role="alert">')
    assert f"snippets/{name}".replace("<", "&lt;").replace(">", "&gt;") in html


def test_serving_has_no_number_to_give_for_what_was_not_run(
    project: Project, add: Callable[..., Snippet]
) -> None:
    begin(Build(project, is_serving=True))
    add("a/new.py")
    with pytest.raises(ProofError, match="not run yet as it is now"):
        run("a/new.py")


def test_a_changed_snippet_is_not_shown_with_an_earlier_run(
    project: Project, add: Callable[..., Snippet], keep: Keep
) -> None:
    begin(Build(project))
    keep(add("a/one.py"), "One")
    add("a/one.py", "print('One')")
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


def test_the_latest_build_counts(project: Project, add: Callable[..., Snippet]) -> None:
    begin(Build(project))
    begin(Build(project, is_serving=True))
    assert "proof-problem" in show("a/nowhere.py")
    begin(Build(project))
    with pytest.raises(ProofError):
        show("a/nowhere.py")


def test_view_and_edit_come_from_the_environment(
    build: Build,
    add: Callable[..., Snippet],
    keep: Keep,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("GITHUB_REPOSITORY", "CI_PROJECT_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    keep(add("a/one.py"), "One")
    address = 'href="https://code.example/me/site/blob/main/snippets/a/one.py"'
    assert address not in show("a/one.py")
    monkeypatch.setenv("REPO_URL", "https://code.example/me/site")
    assert address in show("a/one.py")


def test_runs_are_compared_on_one_axis(
    build: Build, add: Callable[..., Snippet], keep: Keep
) -> None:
    keep(add("a/one.py"), "One")
    keep(add("a/two.py", "print('One')"), "One")
    html = compare("a/one.py", "a/two.py")
    assert html.index("one.py") < html.index("two.py")
    assert "proof-comparison" in html


def test_what_cannot_be_compared_is_told(build: Build, project: Project) -> None:
    if build.is_serving:
        assert "proof-problem" in compare("a/none.py")
    else:
        with pytest.raises(ProofError, match="cannot be read"):
            compare("a/none.py")


def test_the_legend_can_be_folded() -> None:
    assert legend() in legend(folded=True)
    assert "<details" in legend(folded=True)
    assert "<details" not in legend()
