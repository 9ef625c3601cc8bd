"""How every snippet stands."""

from collections.abc import Callable

import pytest

from proof.cli.status import Standing, standings
from proof.gate import check as gate
from proof.project import Project
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]


def _standing(project: Project, name: str = "a/b.py") -> Standing:
    (one,) = standings(project, [name])
    return one


def _run(project: Project) -> None:
    gate.check(project, gate.load(project))


def test_a_snippet_goes_from_state_to_state(project: Project, add: Add) -> None:
    add("a/b.py")
    assert _standing(project) == Standing(
        "snippets/a/b.py", "never run", None, ("Output",), "It does as claimed."
    )
    _run(project)
    met = _standing(project)
    assert met.state == "met"
    assert met.took is not None
    add("a/b.py", "print('Two')")
    assert (_standing(project).state, _standing(project).took) == ("stale", None)
    _run(project)
    assert _standing(project).state == "differs"
    (project.snippets / "a/b.py").write_text("print('half writt")
    broken = _standing(project)
    assert broken.state == "broken"
    assert broken.sentence.startswith("line 1: it claims nothing")
    assert not broken.claims


def test_one_that_needs_what_is_not_there_is_broken(project: Project, add: Add) -> None:
    add("a/b.py", metadata='dependencies = ["nothing-of-that-name"]')
    assert _standing(project).state == "broken"


def test_claims_are_named_once_in_their_order(project: Project, add: Add) -> None:
    add("a/b.py", "", "Exits: 0\nOutput [<3.12]:\nOutput [>=3.12]:\nTakes: 1 s")
    assert _standing(project).claims == ("Exits", "Output", "Takes")


def test_a_rule_of_the_house_that_is_broken_breaks_no_snippet(
    project: Project, add: Add
) -> None:
    add("a/b.py", f"print('One')  # {'wide ' * 20}")
    assert _standing(project).state == "never run"


def test_nothing_is_executed(
    project: Project, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(gate, "run_all", never)
    names = [add(f"a/{name}.py").name for name in ("one", "two")]
    assert [one.state for one in standings(project, names)] == ["never run"] * 2
    assert not project.store.exists()
