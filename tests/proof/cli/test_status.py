"""The state of every snippet."""

import os
from collections.abc import Callable

import pytest
from tests.pythons import only_this, this_python

from proof.cli.status import Status, statuses
from proof.gate import check as gate
from proof.gate.load import load
from proof.project import Project
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


def _status(project: Project, name: str = "a/b.py") -> Status:
    (one,) = statuses(project, [name], only_this())
    return one


def _run(project: Project) -> None:
    gate.check(project, load(project))


def test_a_snippet_goes_from_state_to_state(project: Project, add: Add) -> None:
    add("a/b.py")
    here = this_python().version
    assert _status(project) == Status(
        "snippets/a/b.py",
        "not run",
        None,
        ("Output",),
        "It does as claimed.",
        {here: "not run"},
    )
    _run(project)
    passed = _status(project)
    assert passed.state == "passed"
    assert passed.took is not None
    add("a/b.py", "print('Two')")
    assert (_status(project).state, _status(project).took) == ("stale", None)
    _run(project)
    assert _status(project).state == "failed"
    (project.snippets / "a/b.py").write_text("print('half writt")
    invalid = _status(project)
    assert invalid.state == "invalid"
    assert invalid.sentence.startswith("line 1: it claims nothing")
    assert not invalid.claims


def test_one_that_needs_what_is_not_there_is_invalid(
    project: Project, add: Add
) -> None:
    add("a/b.py", metadata='dependencies = ["nothing-of-that-name"]')
    assert _status(project).state == "invalid"


def test_one_for_another_python_is_unavailable(project: Project, add: Add) -> None:
    add("a/b.py", metadata='requires-python = ">=3.39"')
    assert _status(project).state == "unavailable"
    assert "it needs Python >=3.39" in _status(project).sentence


def test_claims_are_named_once_in_their_order(project: Project, add: Add) -> None:
    add("a/b.py", "", "Exits: 0\nOutput [<3.12]:\nOutput [>=3.12]:\nTakes: 1 s")
    assert _status(project).claims == ("Exits", "Output", "Takes")


def test_breaking_a_rule_of_style_makes_no_snippet_invalid(
    project: Project, add: Add
) -> None:
    add("a/b.py", f"print('One')  # {'wide ' * 20}")
    assert _status(project).state == "not run"


def test_nothing_is_executed(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(gate, "run_all", never)
    names = [add(f"a/{name}.py").name for name in ("one", "two")]
    assert [one.state for one in statuses(project, names, only_this())] == [
        "not run"
    ] * 2
    assert not project.store.exists()


def test_a_name_that_is_not_utf_8_is_invalid(project: Project) -> None:
    name = os.fsdecode(b"a/b\xff.py")
    (project.snippets / "a").mkdir()
    (project.snippets / name).write_text("")
    assert _status(project, name) == Status(
        "snippets/a/b\\udcff.py",
        "invalid",
        sentence="its name is not UTF-8; rename the file",
    )
