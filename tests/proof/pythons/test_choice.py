"""Which Pythons are chosen, by what was asked for and by what there is."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pythons import made_up, these_facts, this_python

from proof.errors import ProofError
from proof.project import Project
from proof.pythons import choice
from proof.pythons.choice import VARIABLE, choose
from proof.pythons.elsewhere import write_merged
from proof.pythons.probing import Facts
from proof.runs.interpreter import Interpreter

Have = Callable[..., None]


@pytest.fixture
def have(monkeypatch: pytest.MonkeyPatch) -> Have:
    """Say which versions the machine has; nothing asks for some of them."""
    monkeypatch.delenv(VARIABLE)

    def say(*versions: str) -> None:
        def find(_project: Project, wanted: Iterable[str]) -> dict[str, Facts]:
            named = {v: f"CPython {v.removesuffix('t')}.1" for v in versions}
            return {
                version: replace(
                    these_facts(),
                    name=named[version] + ("t" if version.endswith("t") else ""),
                )
                for version in wanted
                if version in named
            }

        def environment(_project: Project, base: Facts) -> Interpreter:
            return replace(base.interpreter(), executable=Path("/environment/python"))

        monkeypatch.setattr(choice, "find", find)
        monkeypatch.setattr(choice, "environment", environment)

    return say


def _versions(interpreters: Iterable[Interpreter]) -> list[str]:
    return [python.version for python in interpreters]


def test_all_supported_ones_there_are_newest_first(
    project: Project, have: Have
) -> None:
    have("3.11", "3.15", "3.9", "3.14t", "3.13")
    found = choose(project)
    assert _versions(found.interpreters) == ["3.15", "3.13", "3.11"]
    assert found.absent == {
        "3.12": "there is no Python 3.12 here",
        "3.14": "there is no Python 3.14 here",
    }
    assert {one.executable for one in found.interpreters} == {
        Path("/environment/python")
    }


def test_one_alone_will_do(project: Project, have: Have) -> None:
    have("3.11")
    assert _versions(choose(project).interpreters) == ["3.11"]


def test_none_at_all_is_one_sentence(project: Project, have: Have) -> None:
    have("3.10")
    with pytest.raises(ProofError) as caught:
        choose(project)
    assert str(caught.value) == (
        "none of Python 3.11 to 3.15 is on this machine; install one, or name the path "
        "of one with PROOF_PYTHONS"
    )


def test_the_command_line_narrows_them(project: Project, have: Have) -> None:
    have("3.11", "3.13", "3.15")
    found = choose(project, ["3.11", "3.13"])
    assert _versions(found.interpreters) == ["3.13", "3.11"]
    assert found.absent["3.15"] == "only 3.11 and 3.13 were asked for"
    assert found.absent.keys() == {"3.12", "3.14", "3.15"}


@pytest.mark.parametrize("named", ["3.13,3.11", " 3.11 , 3.13,", "3.11,3.13,3.11"])
def test_so_does_the_variable(
    project: Project, have: Have, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    have("3.11", "3.13", "3.15")
    monkeypatch.setenv(VARIABLE, named)
    assert _versions(choose(project).interpreters) == ["3.13", "3.11"]


@pytest.mark.parametrize("empty", ["", " , "])
def test_an_empty_variable_narrows_nothing(
    project: Project, have: Have, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    have("3.11", "3.13")
    monkeypatch.setenv(VARIABLE, empty)
    assert _versions(choose(project).interpreters) == ["3.13", "3.11"]


def test_the_command_line_counts_more_than_the_variable(
    project: Project, have: Have, monkeypatch: pytest.MonkeyPatch
) -> None:
    have("3.11", "3.13")
    monkeypatch.setenv(VARIABLE, "3.11")
    assert _versions(choose(project, ["3.13"]).interpreters) == ["3.13"]


@pytest.mark.parametrize("version", ["3.14t", "3.16"])
def test_one_that_the_site_is_not_about_can_be_asked_for(
    project: Project, have: Have, version: str
) -> None:
    have("3.14", version)
    found = choose(project, [version])
    assert _versions(found.interpreters) == [version]
    assert "3.14" in found.absent


def test_a_path_is_used_as_it_is(project: Project, have: Have) -> None:
    have()
    found = choose(project, [sys.executable])
    assert found.interpreters == (this_python(),)
    assert not (project.store / "pythons").exists()


def test_a_path_is_meant_from_where_one_is(
    project: Project, have: Have, monkeypatch: pytest.MonkeyPatch
) -> None:
    have()
    executable = Path(sys.executable)
    monkeypatch.chdir(executable.parent)
    (python,) = choose(project, [f"./{executable.name}"]).interpreters
    assert python.build == this_python().build


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            "3.12",
            "there is no Python 3.12 here; install it, or name the path of one",
        ),
        (
            "/nowhere/python",
            "/nowhere/python does not start as Python; name another",
        ),
        *(
            (
                wrong,
                f"{wrong!r} is no version of Python; write for instance 3.13, 3.14t "
                "(the free-threaded one), or the path of an interpreter",
            )
            for wrong in ("3", "python3.13", "3.13.1", "2.7", "newest", "3.13;3.14")
        ),
    ],
)
@pytest.mark.parametrize("by", ["option", "variable"])
def test_what_is_not_there_is_one_sentence(
    project: Project,
    have: Have,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    sentence: str,
    by: str,
) -> None:
    have("3.13")
    if by == "variable":
        monkeypatch.setenv(VARIABLE, asked)
    with pytest.raises(ProofError) as caught:
        choose(project, [asked] if by == "option" else ())
    assert str(caught.value) == sentence


def test_one_whose_runs_were_merged_takes_the_place_of_the_own(
    project: Project, have: Have
) -> None:
    have("3.12", "3.13")
    project.store.mkdir()
    write_merged(project, [made_up("3.13"), made_up("3.15")])
    found = choose(project)
    assert [(one.version, one.is_elsewhere) for one in found.interpreters] == [
        ("3.15", True),
        ("3.13", True),
        ("3.12", False),
    ]
    assert choose(project, ["3.13"]).interpreters[0].is_elsewhere


def test_a_store_that_is_no_folder_is_one_sentence(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    project.store.touch()
    with pytest.raises(ProofError) as raised:
        choose(project)
    assert "(Not a directory)" in str(raised.value)
    assert "\n" not in str(raised.value)
