"""What is executed, what is only looked at, and what stops a build."""

from collections.abc import Callable, Sequence

import pytest
from tests.pythons import this_python

from proof.cache.store import Store
from proof.errors import ProofError
from proof.execution.job import Job
from proof.execution.observer import Observer
from proof.gate import check as gate
from proof.gate.check import always, check, failed, look_up
from proof.gate.load import Loaded, load, load_snippets
from proof.project import Project
from proof.runs.run import Run
from proof.snippets.snippet import Snippet

from .fake_runner import FakeRunner

Add = Callable[..., Snippet]


def _spoil(project: Project, name: str) -> None:
    path = project.snippets / name
    path.parent.mkdir(exist_ok=True)
    path.write_text('"""It claims nothing."""\n')


def test_what_was_never_executed_is_executed_once(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    add("a/two.py")
    first = check(project, load(project))
    second = check(project, load(project))
    assert runner.executed == [["a/one.py", "a/two.py"], []]
    assert (len(first.results), len(first.batch.runs)) == (2, 2)
    assert (len(second.results), len(second.batch.runs)) == (2, 0)
    assert first.passed
    assert second.passed


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
    report = check(project, load(project), is_stale=is_stale)
    assert runner.executed[1] == again
    assert [failure.snippet.name for failure in report.failures] == ["a/bad.py"]
    assert not report.passed


def test_all_failures_are_found_together(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    for name in ("a/one.py", "a/two.py", "a/three.py"):
        add(name)
    runner.prints |= {"a/one.py": "Two", "a/three.py": "Two"}
    report = check(project, load(project))
    assert [f.snippet.name for f in report.failures] == ["a/one.py", "a/three.py"]
    assert all(failure.differences for failure in report.failures)
    assert len(report.results) == 3


@pytest.mark.parametrize(
    ("prints", "passes"), [("Two", True), ("One", False)], ids=["fails", "does-not"]
)
def test_an_expected_failure_has_to_fail(
    project: Project, add: Add, runner: FakeRunner, prints: str, passes: bool
) -> None:
    runner.prints["a/example.py"] = prints
    add("a/example.py", metadata="tool.proof.xfail = true")
    report = check(project, load(project))
    assert report.passed == passes
    again = check(project, load(project), is_stale=failed)
    assert len(again.batch.runs) == (0 if passes else 1)


def test_something_malformed_closes_the_gate_but_stops_no_other(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/good.py")
    _spoil(project, "a/spoilt.py")
    report = check(project, load(project))
    assert runner.executed == [["a/good.py"]]
    assert report.failures == ()
    assert {problem.path for problem in report.errors} == {"snippets/a/spoilt.py"}
    assert not report.passed


def test_an_interruption_loses_only_what_is_not_done(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    one, two = add("a/one.py"), add("a/two.py")
    runner.is_interrupted_after = 1
    with pytest.raises(KeyboardInterrupt):
        check(project, load(project))
    assert Store(project).load(one, this_python())
    assert Store(project).load(two, this_python()) is None


def test_who_watches_hears_what_is_planned_and_done(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    calls: list[str] = []

    class Watcher(Observer):
        def planned(self, jobs: Sequence[Job]) -> None:
            calls.append(f"planned {[job.snippet.name for job in jobs]}")

        def ran(self, job: Job, run: Run) -> None:
            calls.append(f"ran {job.snippet.name} {run.snippet}")

    add("a/one.py")
    check(project, load(project))
    add("a/two.py")
    check(project, load(project), observers=[Watcher()])
    assert calls == ["planned ['a/two.py']", "ran a/two.py a/two.py"]


def test_what_no_snippet_names_any_more_is_forgotten(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    gone = add("a/gone.py")
    check(project, load(project))
    (project.snippets / gone.name).unlink()
    check(project, load(project))
    assert Store(project).load(gone, this_python()) is None


def test_looking_at_some_forgets_none_of_the_others(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    two = add("a/two.py")
    check(project, load(project))
    check(project, load_snippets(project, ["a/one.py"]), is_stale=always)
    assert runner.executed[1] == ["a/one.py"]
    assert Store(project).load(two, this_python())


def test_nothing_at_all_is_no_failure(project: Project) -> None:
    report = check(project, Loaded())
    assert (report.results, report.batch.runs, report.passed) == ({}, (), True)


@pytest.mark.parametrize("where", ["loaded", "linted"])
def test_an_error_alone_closes_the_gate(project: Project, where: str) -> None:
    error = ProofError("fix it")
    loaded = Loaded(errors=(error,) if where == "loaded" else ())
    report = check(project, loaded, () if where == "loaded" else (error,))
    assert report.errors == (error,)
    assert not report.passed


def test_looking_up_executes_nothing_and_says_what_was_not_run(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    check(project, load(project))
    add("a/two.py")
    add("a/later.py", metadata='requires-python = ">=3.39"')
    report = look_up(project, load(project))
    assert runner.executed == [["a/one.py"]]
    assert list(report.results) == ["a/one.py"]
    assert {name: one.is_pending for name, one in report.not_run.items()} == {
        "a/later.py": False,
        "a/two.py": True,
    }
    assert report.passed


def test_a_real_run_is_checked_against_its_claims(project: Project, add: Add) -> None:
    add("a/bad.py", 'print("Two")')
    add("a/good.py")
    report = check(project, load(project))
    (failure,) = report.failures
    assert failure.snippet.name == "a/bad.py"
    assert {"-One", "+Two"} <= set(failure.differences[0].diff)


BREAKS = "Output:\n    One\nBreaks: it says two\n    -print('One')\n    +print('Two')"


def test_a_counter_proof_is_executed_once_and_kept(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py", "print('One')", BREAKS)
    runner.prints["a/one.py/1"] = "Two"
    report = check(project, load(project))
    assert runner.executed == [["a/one.py", "a/one.py/1"]]
    assert [job.is_controlled for job in runner.jobs[0]] == [True, False]
    (broken,) = report.counter_proofs["a/one.py"]
    assert broken.result
    assert broken.result.expected
    assert report.passed
    again = check(project, load(project))
    assert runner.executed[1] == []
    assert again.counter_proofs["a/one.py"][0].result == broken.result


def test_a_counter_proof_that_breaks_nothing_stops_a_build(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py", "print('One')", BREAKS)
    report = check(project, load(project))
    assert [one.snippet.path for one in report.failures] == ["snippets/a/one.py"]
    assert not report.passed


def test_a_counter_proof_that_was_not_run_yet_is_pending(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py", "print('One')")
    check(project, load(project))
    add("a/one.py", "print('One')", BREAKS)
    assert look_up(project, load(project)).pending == {"a/one.py"}


def test_a_change_that_fits_nowhere_is_an_error(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py", "print('One')", "Output:\n    One\nBreaks: so\n    -print(2)")
    (error,) = load(project).errors
    assert (error.path, error.line) == ("snippets/a/one.py", 10)
