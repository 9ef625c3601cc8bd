"""Checking on several versions: what is executed, what is checked, what is said."""

from collections.abc import Callable
from typing import Final

import pytest
from tests.pythons import made_up

from proof.cache.store import Store
from proof.gate.check import check, failed, look_up
from proof.gate.load import load
from proof.gate.report import Report
from proof.gate.summary import executed_text, not_run_lines, report_text
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.snippets.snippet import Snippet

from .fake_runner import FakeRunner

Add = Callable[..., Snippet]

_HAS: Final = {version: made_up(version) for version in ("3.15", "3.14", "3.13")}
_BRACKETS: Final = "Output [<3.14]:\n    One\nOutput [>=3.14]:\n    Two"


def _with(*versions: str) -> Pythons:
    absent = {v: f"there is no Python {v} here" for v in _HAS if v not in versions}
    return Pythons(tuple(_HAS[v] for v in versions), absent)


def _check(project: Project, *versions: str) -> Report:
    return check(project, load(project, _with(*versions)), is_stale=failed)


def _executed(runner: FakeRunner) -> list[str]:
    """What was executed last, with a mark where it was controlled."""
    return [
        f"{job.snippet.name} {job.python.version}{'!' if job.is_controlled else ''}"
        for job in runner.jobs[-1]
    ]


def test_the_newest_is_controlled_and_comes_first(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    add("a/two.py", metadata='requires-python = "<3.15"')
    report = _check(project, *_HAS)
    assert _executed(runner) == [
        *("a/one.py 3.15!", "a/two.py 3.14!"),
        *("a/one.py 3.14", "a/one.py 3.13", "a/two.py 3.13"),
    ]
    assert report.results["a/one.py"].run.version == "3.15"
    assert [one.run.version for one in report.others["a/one.py"]] == ["3.14", "3.13"]
    assert report.results["a/two.py"].run.version == "3.14"
    assert [one.version for one in report.absent["a/two.py"]] == ["3.15"]
    assert report.passed
    assert executed_text(report) == "Executed 2 of 2 snippets on Python 3.13 to 3.15."


def test_what_has_not_changed_is_executed_on_none(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    _check(project, *_HAS)
    assert _check(project, *_HAS).passed
    assert _executed(runner) == []


def test_a_changed_snippet_is_executed_on_all(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    add("a/two.py")
    _check(project, *_HAS)
    add("a/two.py", "print('One')")
    _check(project, *_HAS)
    assert _executed(runner) == ["a/two.py 3.15!", "a/two.py 3.14", "a/two.py 3.13"]


def test_an_older_python_that_is_added_runs_what_it_lacks_and_nothing_else(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    _check(project, "3.15", "3.14")
    report = _check(project, *_HAS)
    assert _executed(runner) == ["a/one.py 3.13"]
    assert len(report.all_of("a/one.py")) == 3


def test_a_newer_python_that_is_added_becomes_the_primary_one(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    _check(project, "3.14", "3.13")
    report = _check(project, *_HAS)
    assert _executed(runner) == ["a/one.py 3.15!"]
    # That it was controlled before does no harm.
    (before, _) = report.others["a/one.py"]
    assert before.run.control
    _check(project, *_HAS)
    assert _executed(runner) == []


def test_where_the_newest_python_is_gone_the_next_one_is_controlled(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    _check(project, *_HAS)
    report = _check(project, "3.14", "3.13")
    assert _executed(runner) == ["a/one.py 3.14!"]
    assert report.results["a/one.py"].run.control
    assert [one.version for one in report.absent["a/one.py"]] == ["3.15"]
    # It is still there when the Python comes back.
    _check(project, *_HAS)
    assert _executed(runner) == []


def test_an_older_python_that_is_gone_costs_nothing(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    _check(project, *_HAS)
    report = _check(project, "3.15", "3.13")
    assert _executed(runner) == []
    assert [one.run.version for one in report.all_of("a/one.py")] == ["3.15", "3.13"]
    assert not_run_lines(report) == [
        "1 snippet not run on 3.14: there is no Python 3.14 here"
    ]


def test_claims_are_checked_on_the_version_they_are_about(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py", claims=_BRACKETS)
    runner.prints = {"a/one.py on 3.15": "Two", "a/one.py on 3.14": "Two"}
    assert _check(project, *_HAS).passed
    add("a/one.py", claims=_BRACKETS.replace("3.14", "3.15"))
    report = _check(project, *_HAS)
    (failure,) = report.failures
    assert failure.run.version == "3.14"


def test_a_version_that_fails_is_named_and_closes_the_gate(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    add("a/two.py")
    runner.prints["a/one.py on 3.13"] = "Two"
    report = _check(project, *_HAS)
    assert not report.passed
    assert report.results["a/one.py"].passed
    text = report_text(report)
    assert "snippets/a/one.py:7: stdout is not as claimed (on 3.13)\n" in text
    assert text.endswith("1 of 2 snippets failed.")
    # Only that one is tried again.
    _check(project, *_HAS)
    assert _executed(runner) == ["a/one.py 3.13"]


def test_versions_that_fail_alike_share_a_text(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    for name in ("one", "two"):
        add(f"a/{name}.py")
    runner.prints = {f"a/one.py on {v}": "Two" for v in ("3.15", "3.13")}
    runner.prints["a/two.py"] = "Two"
    text = report_text(_check(project, *_HAS))
    assert "one.py:7: stdout is not as claimed (on 3.13 and 3.15)\n" in text
    assert "two.py:7: stdout is not as claimed (on 3.13 to 3.15)\n" in text
    assert text.count("run next:") == 2


def test_versions_that_fail_otherwise_have_texts_of_their_own(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    runner.prints = {"a/one.py": "Two", "a/one.py on 3.13": "Three"}
    text = report_text(_check(project, *_HAS))
    assert "(on 3.14 and 3.15)\n" in text
    assert "(on 3.13)\n" in text


def test_an_expected_failure_has_to_fail_on_every_version(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py", metadata="tool.proof.xfail = true")
    runner.prints = {"a/one.py": "Two", "a/one.py on 3.14": "One"}
    report = _check(project, *_HAS)
    assert not report.passed
    assert [one.run.version for one in report.failures] == ["3.14"]


def test_looking_up_says_which_versions_are_pending(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    _check(project, "3.15", "3.14")
    report = look_up(project, load(project, _with(*_HAS)))
    assert report.pending == {"a/one.py"}
    assert [(one.version, one.kind) for one in report.absent["a/one.py"]] == [
        ("3.13", "pending")
    ]
    _check(project, *_HAS)
    assert look_up(project, load(project, _with(*_HAS))).pending == frozenset()


def test_looking_up_does_not_take_a_run_for_the_primary_one_without_control(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    add("a/one.py")
    _check(project, *_HAS)
    report = look_up(project, load(project, _with("3.14", "3.13")))
    assert report.results == {}
    assert report.not_run["a/one.py"].is_pending


def test_of_a_snippet_that_is_gone_no_version_is_kept(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    snippet = add("a/one.py")
    _check(project, *_HAS)
    (project.snippets / snippet.name).unlink()
    _check(project, "3.15")
    assert list((project.store / "runs").iterdir()) == []


def test_runs_of_a_version_that_was_not_asked_for_stay(
    project: Project, add: Add, runner: FakeRunner
) -> None:
    snippet = add("a/one.py")
    _check(project, *_HAS)
    _check(project, "3.15")
    for python in _HAS.values():
        assert Store(project).load(snippet, python)


@pytest.mark.parametrize(
    ("versions", "metadata", "lacking"),
    [
        pytest.param(("3.15", "3.14", "3.13"), "", [], id="none"),
        pytest.param(
            ("3.15", "3.13"),
            "",
            ["not run on 3.14: there is no Python 3.14 here; it must be"],
            id="a-python-that-is-missing",
        ),
        pytest.param(
            ("3.15", "3.13"),
            'requires-python = "!=3.14.*"',
            [],
            id="one-that-it-does-not-admit",
        ),
        pytest.param(
            ("3.15",),
            'requires-python = "<3.15"',
            ["not run on 3.14: there is no Python 3.14 here; it must be"],
            id="nothing-runs-it",
        ),
    ],
)
def test_what_publishing_lacks_is_named(
    project: Project,
    add: Add,
    runner: FakeRunner,
    versions: tuple[str, ...],
    metadata: str,
    lacking: list[str],
) -> None:
    add("a/one.py", metadata=metadata)
    report = _check(project, *versions)
    assert report.passed
    assert [error.message for error in report.lacking] == lacking
    assert {error.path for error in report.lacking} <= {"snippets/a/one.py"}
