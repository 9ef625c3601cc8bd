"""What is executed, what is only looked at, and what stops a build."""

import platform
from collections.abc import Callable, Sequence

import pytest

from proof.cache.store import Store
from proof.errors import ProofError
from proof.execution.observer import Observer
from proof.execution.runner import Batch
from proof.gate import check as gate
from proof.gate.check import Loaded, always, check, failed, load
from proof.project import Project
from proof.runs.run import Execution, Run
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


class FakeRunner:
    """Stands in for `run_all`: says what each snippet is to print, executes nothing."""

    def __init__(self, make: Callable[[Snippet, str], Run]) -> None:
        self.executed: list[list[str]] = []
        self.prints: dict[str, str] = {}
        self.is_interrupted_after: int | None = None
        self._make = make

    def __call__(
        self, project: Project, snippets: Sequence[Snippet], observer: Observer
    ) -> Batch:
        self.executed.append([snippet.name for snippet in snippets])
        runs: list[Run] = []
        for snippet in snippets:
            if len(runs) == self.is_interrupted_after:
                raise KeyboardInterrupt
            runs.append(self._make(snippet, self.prints.get(snippet.name, "One")))
            observer.ran(runs[-1])
        return Batch(tuple(runs))


@pytest.fixture
def runner(
    executed: Callable[..., Execution],
    made: Callable[..., Run],
    monkeypatch: pytest.MonkeyPatch,
) -> FakeRunner:
    def make(snippet: Snippet, printed: str) -> Run:
        return made(executed([printed]), snippet=snippet.name)

    fake = FakeRunner(make)
    monkeypatch.setattr(gate, "run_all", fake)
    return fake


def _spoil(project: Project, name: str) -> None:
    path = project.snippets / name
    path.parent.mkdir(exist_ok=True)
    path.write_text('"""It claims nothing."""\n')


def _ask_for_nothing(project: Project) -> None:
    (project.docs / "index.md").write_text(
        '```python exec="on"\nshow("no/where.py")\n```\n'
    )


def test_a_survey_collects_all_that_is_wrong(project: Project, add: Add) -> None:
    add("a/good.py")
    add("a/unnamed.py", "import click")
    _spoil(project, "a/spoilt.py")
    _ask_for_nothing(project)
    found = load(project)
    assert [snippet.name for snippet in found.snippets] == ["a/good.py"]
    assert sorted(problem.path for problem in found.problems) == [
        "docs/index.md",
        "snippets/a/spoilt.py",
        "snippets/a/spoilt.py",
        "snippets/a/unnamed.py",
    ]
    assert [p.message.split(";")[0] for p in found.problems if "spoilt" in p.path] == [
        "it claims nothing",
        "no page shows it",
    ]


def test_a_survey_of_some_reads_nothing_else(project: Project, add: Add) -> None:
    add("a/good.py")
    add("a/other.py")
    _spoil(project, "a/spoilt.py")
    _ask_for_nothing(project)
    found = load(project, ["a/good.py"])
    assert [snippet.name for snippet in found.snippets] == ["a/good.py"]
    assert found.problems == ()


def test_a_survey_of_something_missing_says_so(project: Project) -> None:
    (problem,) = load(project, ["a/nowhere.py"]).problems
    assert problem.path == "snippets/a/nowhere.py"


def _break_rules(project: Project, add: Add) -> None:
    add("a/drafted.py", "print('One')  # TODO: and what else?")
    (project.docs / "b.md").write_text("It took 1.003 s.\n")
    (project.docs / "a/drafted.py.md").unlink()


def test_what_breaks_a_rule_of_the_house_is_told_and_executed(
    project: Project, add: Add
) -> None:
    _break_rules(project, add)
    found = load(project)
    assert [snippet.name for snippet in found.snippets] == ["a/drafted.py"]
    assert [(p.path, p.line, p.message.split(";")[0]) for p in found.problems] == [
        ("snippets/a/drafted.py", 3, "TODO still stands in line 3"),
        ("snippets/a/drafted.py", 1, "no page shows it"),
        ("docs/b.md", 1, '"1.003 s" looks measured'),
    ]


def test_a_snippet_that_is_named_keeps_its_own_rules_alone(
    project: Project, add: Add
) -> None:
    _break_rules(project, add)
    (problem,) = load(project, ["a/drafted.py"]).problems
    assert problem.message.startswith("TODO")


@pytest.mark.parametrize("names", [None, ["a/drafted.py"]], ids=["all", "named"])
def test_no_rule_of_the_house_holds_for_drafts(
    project: Project, add: Add, names: list[str] | None
) -> None:
    _break_rules(project, add)
    assert load(project, names, drafts=True).problems == ()


def test_drafts_must_still_be_readable(project: Project) -> None:
    _spoil(project, "a/spoilt.py")
    _ask_for_nothing(project)
    assert len(load(project, drafts=True).problems) == 2


def test_a_snippet_for_another_python_is_not_executed(
    project: Project, add: Add
) -> None:
    add("a/later.py", metadata='requires-python = ">=3.39"')
    found = load(project)
    assert found.snippets == ()
    (problem,) = found.problems
    assert f"it needs Python >=3.39 and this is {platform.python_version()}" in (
        problem.message
    )
    assert (problem.path, problem.line) == ("snippets/a/later.py", 1)


def test_a_release_candidate_is_python_enough(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "python_version", lambda: "3.15.0rc1")
    add("a/any.py", metadata='requires-python = ">=3.14"')
    assert load(project).problems == ()


def test_what_was_never_executed_is_executed_once(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    add("a/two.py")
    first = check(project, load(project))
    second = check(project, load(project))
    assert runner.executed == [["a/one.py", "a/two.py"], []]
    assert (first.checked, len(first.batch.runs)) == (2, 2)
    assert (second.checked, len(second.batch.runs)) == (2, 0)
    assert first.is_open
    assert second.is_open


def test_only_what_changed_is_executed_again(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    add("a/two.py")
    check(project, load(project))
    add("a/two.py", "print('One')")
    check(project, load(project))
    assert runner.executed[1] == ["a/two.py"]


@pytest.mark.parametrize(
    ("is_stale", "again"),
    [
        pytest.param(None, [], id="nothing"),
        pytest.param(failed, ["a/bad.py"], id="what-failed"),
        pytest.param(always, ["a/bad.py", "a/good.py"], id="everything"),
    ],
)
def test_what_is_stored_can_be_made_again(
    project: Project,
    add: Add,
    runner: FakeRunner,
    is_stale: gate.IsStale | None,
    again: list[str],
) -> None:
    runner.prints["a/bad.py"] = "Two"
    add("a/bad.py")
    add("a/good.py")
    check(project, load(project))
    verdict = check(project, load(project), is_stale=is_stale)
    assert runner.executed[1] == again
    assert [failure.snippet.name for failure in verdict.failures] == ["a/bad.py"]
    assert not verdict.is_open


def test_all_failures_are_found_together(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    for name in ("a/one.py", "a/two.py", "a/three.py"):
        add(name)
    runner.prints |= {"a/one.py": "Two", "a/three.py": "Two"}
    verdict = check(project, load(project))
    assert [f.snippet.name for f in verdict.failures] == ["a/one.py", "a/three.py"]
    assert all(failure.differences for failure in verdict.failures)
    assert verdict.checked == 3


@pytest.mark.parametrize(
    ("prints", "is_open"), [("Two", True), ("One", False)], ids=["fails", "does-not"]
)
def test_what_is_meant_to_fail_has_to(
    project: Project, add: Add, runner: FakeRunner, prints: str, is_open: bool
) -> None:
    runner.prints["a/example.py"] = prints
    add("a/example.py", metadata="tool.proof.xfail = true")
    verdict = check(project, load(project))
    assert verdict.is_open == is_open
    again = check(project, load(project), is_stale=failed)
    assert len(again.batch.runs) == (0 if is_open else 1)


def test_something_malformed_closes_the_gate_but_stops_no_other(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/good.py")
    _spoil(project, "a/spoilt.py")
    verdict = check(project, load(project))
    assert runner.executed == [["a/good.py"]]
    assert verdict.failures == ()
    assert {problem.path for problem in verdict.problems} == {"snippets/a/spoilt.py"}
    assert not verdict.is_open


def test_an_interruption_loses_only_what_is_not_done(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    one, two = add("a/one.py"), add("a/two.py")
    runner.is_interrupted_after = 1
    with pytest.raises(KeyboardInterrupt):
        check(project, load(project))
    assert Store(project).load(one)
    assert Store(project).load(two) is None


def test_who_watches_hears_what_is_planned_and_done(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    heard: list[str] = []

    class Watcher(Observer):
        def planned(self, snippets: Sequence[Snippet]) -> None:
            heard.append(f"planned {[snippet.name for snippet in snippets]}")

        def ran(self, run: Run) -> None:
            heard.append(f"ran {run.snippet}")

    add("a/one.py")
    check(project, load(project))
    add("a/two.py")
    check(project, load(project), observer=Watcher())
    assert heard == ["planned ['a/two.py']", "ran a/two.py"]


def test_what_no_snippet_names_any_more_is_forgotten(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    gone = add("a/gone.py")
    check(project, load(project))
    (project.snippets / gone.name).unlink()
    check(project, load(project))
    assert Store(project).load(gone) is None


def test_looking_at_some_forgets_none_of_the_others(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    two = add("a/two.py")
    check(project, load(project))
    check(project, load(project, ["a/one.py"]), is_stale=always)
    assert runner.executed[1] == ["a/one.py"]
    assert Store(project).load(two)


def test_nothing_at_all_is_no_failure(project: Project) -> None:
    verdict = check(project, Loaded((), ()))
    assert (verdict.checked, verdict.batch.runs, verdict.is_open) == (0, (), True)


def test_a_problem_alone_closes_the_gate(project: Project) -> None:
    verdict = check(project, Loaded((), (ProofError("mend it"),)))
    assert not verdict.is_open


def test_a_real_run_is_held_against_its_claims(project: Project, add: Add) -> None:
    add("a/bad.py", 'print("Two")')
    add("a/good.py")
    verdict = check(project, load(project))
    (failure,) = verdict.failures
    assert failure.snippet.name == "a/bad.py"
    assert {"-One", "+Two"} <= set(failure.differences[0].diff)
