"""On which Pythons a snippet is run, and what is said of the others."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import pytest
from tests.pythons import made_up

from proof.errors import ProofError
from proof.gate.load import load, load_draft
from proof.gate.plan import Absent, Plan, plan
from proof.project import Project
from proof.pythons.choice import Pythons
from proof.runs.interpreter import Package
from proof.snippets.snippet import Snippet

Add = Callable[..., Snippet]

_NEWEST_FIRST: Final = ("3.15", "3.14", "3.13", "3.12", "3.11")
_CLICK: Final = {"click": Package("8.1.0")}
_ALL: Final = tuple(replace(made_up(v), installed=_CLICK) for v in _NEWEST_FIRST)


def _plan(
    project: Project, snippet: Snippet, pythons: Pythons | None = None
) -> tuple[list[str], Sequence[tuple[str, str, str]]]:
    """The versions that run it, and what is said of the others."""
    made = plan(project, snippet, pythons or Pythons(_ALL))
    absent = [(one.version, one.reason, one.kind) for one in made.absent]
    return [python.version for python in made.pythons], absent


def test_every_python_runs_it_newest_first(project: Project, add: Add) -> None:
    assert _plan(project, add("a/one.py")) == ([*_NEWEST_FIRST], [])


def test_a_counter_proof_is_made_where_it_is_about_the_newest(
    project: Project, add: Add
) -> None:
    change = "    -print('One')\n    +print('Two')"
    claims = "Output:\n    One\n" + "\n".join(
        f"Breaks{versions}: it says two\n{change}"
        for versions in ("", " [>=3.14]", " [<3.14]")
    )
    snippet = add("a/one.py", "print('One')", claims)
    on_newest = plan(project, snippet, Pythons(_ALL)).counter_proofs
    on_oldest = plan(project, snippet, Pythons(_ALL[-1:])).counter_proofs
    assert [one.claim.versions for one in on_newest] == ["", ">=3.14"]
    assert [one.claim.versions for one in on_oldest] == ["", "<3.14"]


def test_one_that_it_does_not_admit_does_not(project: Project, add: Add) -> None:
    snippet = add("a/one.py", metadata='requires-python = "!=3.14.*,>=3.12"')
    reason = "it needs Python !=3.14.*,>=3.12"
    assert _plan(project, snippet) == (
        ["3.15", "3.13", "3.12"],
        [
            ("3.14", f"not run on 3.14: {reason}", "not admitted"),
            ("3.11", f"not run on 3.11: {reason}", "not admitted"),
        ],
    )


def test_without_a_build_of_a_package_the_next_older_one_is_first(
    project: Project, add: Add
) -> None:
    project.requirements.write_text("click==8.1.0 ; python_full_version < '3.14'\n")
    snippet = add("a/one.py", metadata='dependencies = ["click"]')
    assert _plan(project, snippet) == (
        ["3.13", "3.12", "3.11"],
        [
            ("3.15", "not run on 3.15: click has no build for it", "no build"),
            ("3.14", "not run on 3.14: click has no build for it", "no build"),
        ],
    )


def test_where_a_package_could_not_be_installed_it_is_not_run(
    project: Project, add: Add
) -> None:
    without = replace(_ALL[0], installed={}, lacking=frozenset({"click"}))
    snippet = add("a/one.py", metadata='dependencies = ["Click"]')
    versions, absent = _plan(project, snippet, Pythons((without, *_ALL[1:])))
    assert versions == [*_NEWEST_FIRST[1:]]
    assert absent == [
        ("3.15", "not run on 3.15: click could not be installed here", "missing")
    ]
    # One that does not depend on it is run there.
    assert _plan(project, add("a/two.py"), Pythons((without,)))[0] == ["3.15"]


def test_a_python_that_is_missing_is_one_that_it_would_be_run_on(
    project: Project, add: Add
) -> None:
    pythons = Pythons((_ALL[1],), {v: f"there is no {v}" for v in ("3.15", "3.11")})
    snippet = add("a/one.py", metadata='requires-python = ">=3.12"')
    assert _plan(project, snippet, pythons) == (
        ["3.14"],
        [("3.15", "not run on 3.15: there is no 3.15", "missing")],
    )


def test_a_free_threaded_one_is_admitted_like_the_other(
    project: Project, add: Add
) -> None:
    snippet = add("a/one.py", metadata='requires-python = ">=3.14"')
    pythons = Pythons((made_up("3.14t"), made_up("3.13t")))
    assert _plan(project, snippet, pythons)[0] == ["3.14t"]


def _absent(version: str, kind: str, why: str = "so") -> Absent:
    return Absent(version, f"not run on {version}: {why}", kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("absent", "said"),
    [
        pytest.param(
            [_absent("3.15", "not admitted"), _absent("3.14", "no build")],
            "not run on 3.15: so",
            id="the-newest",
        ),
        pytest.param(
            [_absent("3.15", "not admitted"), _absent("3.14", "missing")],
            "not run on 3.14: so",
            id="one-that-could-be-had",
        ),
        pytest.param(
            [_absent("3.15", "missing", "only 3.11 was asked for")],
            "not run: no Python was asked for that it supports",
            id="not-asked-for",
        ),
    ],
)
def test_where_nothing_runs_it_there_is_one_reason(
    parse: Callable[..., Snippet], absent: list[Absent], said: str
) -> None:
    assert Plan(parse(), (), tuple(absent)).reason == said


def test_what_is_missing_everywhere_is_unavailable(project: Project, add: Add) -> None:
    add("a/one.py", metadata='requires-python = "==3.13.*"')
    pythons = Pythons((_ALL[0],), {"3.13": "there is no Python 3.13 here"})
    found = load(project, pythons)
    assert (found.plans, found.errors) == ((), ())
    (one,) = found.unavailable
    assert one.reason == "not run on 3.13: there is no Python 3.13 here"
    with pytest.raises(ProofError, match=r"no Python 3\.13 here"):
        load_draft(project, "a/one.py", pythons)


def test_what_is_wrong_on_every_python_is_said_once(project: Project, add: Add) -> None:
    add("a/one.py", metadata='dependencies = ["httpx"]')
    (error,) = load(project, Pythons(_ALL)).errors
    assert "it needs 'httpx'" in error.message


def test_what_is_wrong_on_one_python_is_said(project: Project, add: Add) -> None:
    shadowed = replace(_ALL[2], providers={"yaml": ("pyyaml",)})
    add("a/one.py", "import yaml")
    (error,) = load(project, Pythons((*_ALL[:2], shadowed))).errors
    assert "it imports 'yaml' but does not name it" in error.message
