"""Which Pythons of a machine are found, and that none is asked twice."""

import os
from pathlib import Path

import pytest
from tests.pythons import these_facts

from proof.project import Project
from proof.pythons import finding
from proof.pythons.finding import find, release_of
from proof.runs.versions import SUPPORTED

from .made import Machine


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine on which nothing is found but what a test puts there."""
    made = Machine(tmp_path / "bin", these_facts())
    monkeypatch.setenv("PATH", os.pathsep.join([str(made.folder), "/nowhere"]))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    monkeypatch.setattr(finding, "_FOLDERS", (str(tmp_path / "elsewhere"),))
    monkeypatch.setattr(finding, "probe", made.probe)
    return made


def _found(project: Project, *versions: str) -> dict[str, str]:
    """The names of what is found, by version."""
    facts = find(project, versions or SUPPORTED)
    return {version: one.name for version, one in facts.items()}


def test_each_version_is_found(project: Project, machine: Machine) -> None:
    machine.add("python3.13", "3.13.2")
    machine.add("python3.15", "3.15.0rc1")
    assert _found(project) == {"3.13": "CPython 3.13.2", "3.15": "CPython 3.15.0rc1"}
    assert find(project, ["3.13"])["3.13"].executable == str(
        machine.folder / "python3.13"
    )


def test_on_a_machine_without_any_nothing_is_found(
    project: Project, machine: Machine
) -> None:
    assert _found(project) == {}


def test_one_whose_name_has_no_version_is_asked(
    project: Project, machine: Machine
) -> None:
    machine.add("python3", "3.14.1")
    assert _found(project) == {"3.14": "CPython 3.14.1"}


def test_one_whose_name_lies_is_what_it_says(
    project: Project, machine: Machine
) -> None:
    machine.add("python3.12", "3.13.0")
    assert _found(project) == {"3.13": "CPython 3.13.0"}


def test_of_two_patch_releases_the_newer_counts(
    project: Project, machine: Machine
) -> None:
    machine.add("python3.13", "3.13.9")
    machine.add("python3", "3.13.10")
    machine.add("python", "3.13.2")
    assert _found(project) == {"3.13": "CPython 3.13.10"}


@pytest.mark.parametrize(
    ("older", "newer"),
    [("3.15.0rc1", "3.15.0"), ("3.15.0a7", "3.15.0b1"), ("3.15.0", "3.15.1+")],
)
def test_what_comes_before_a_release_is_older(
    project: Project, machine: Machine, older: str, newer: str
) -> None:
    machine.add("python3.15", older)
    machine.add("python3", newer)
    assert _found(project) == {"3.15": f"CPython {newer}"}


def test_of_two_that_are_the_same_the_first_of_the_path_counts(
    project: Project, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [machine.folder / name for name in ("first", "second")]
    for folder in folders:
        machine.add(f"{folder.name}/python3.13", "3.13.2")
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, folders)))
    assert find(project, ["3.13"])["3.13"].executable.endswith("first/python3.13")


def test_one_that_is_not_on_the_path_is_found_where_systems_put_it(
    project: Project, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.add("homebrew/python3.14", "3.14.2")
    monkeypatch.setattr(finding, "_FOLDERS", (str(machine.folder / "homebrew"),))
    assert _found(project) == {"3.14": "CPython 3.14.2"}


def test_a_free_threaded_one_is_found_where_it_is_asked_for(
    project: Project, machine: Machine
) -> None:
    machine.add("python3.14t", "3.14.2t")
    machine.add("python3.14", "3.14.1")
    assert _found(project) == {"3.14": "CPython 3.14.1"}
    assert _found(project, "3.14t") == {"3.14t": "CPython 3.14.2t"}


@pytest.mark.parametrize(
    ("name", "version", "implementation"),
    [
        pytest.param("python3", "3.10.4", "CPython", id="too-old"),
        pytest.param("python3", "3.16.0a1", "CPython", id="too-new"),
        pytest.param("python3", "3.11.13", "PyPy", id="another-implementation"),
        pytest.param("pypy3.11", "3.11.13", "PyPy", id="by-another-name"),
    ],
)
def test_what_the_site_is_not_about_is_left_out(
    project: Project, machine: Machine, name: str, version: str, implementation: str
) -> None:
    machine.add(name, version, implementation)
    machine.add("python3.12", "3.12.1")
    assert _found(project) == {"3.12": "CPython 3.12.1"}


def test_one_that_is_broken_is_left_out(project: Project, machine: Machine) -> None:
    machine.write("python3.13", "Segmentation fault")
    machine.add("python3.12", "3.12.1")
    assert _found(project) == {"3.12": "CPython 3.12.1"}


def test_a_script_that_hands_on_to_another_is_not_asked(
    project: Project, machine: Machine
) -> None:
    machine.write("python3.13", '#!/bin/sh\nexec pyenv exec python3.13 "$@"\n')
    assert _found(project) == {}
    assert machine.asked == []


def test_one_that_must_not_be_read_is_left_out(
    project: Project, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.add("python3.13", "3.13.2")
    monkeypatch.setattr(Path, "open", _denied)
    assert _found(project) == {}


def _denied(*_: object, **__: object) -> object:
    raise PermissionError


def test_links_to_the_same_are_asked_once(project: Project, machine: Machine) -> None:
    real = machine.add("opt/python3.13", "3.13.2")
    for name in ("python", "python3", "python3.13"):
        (machine.folder / name).symlink_to(real)
    (machine.folder / "python3.14").symlink_to("vanished")
    assert _found(project) == {"3.13": "CPython 3.13.2"}
    assert machine.asked == ["opt/python3.13"]


def test_a_name_of_another_version_is_not_asked(
    project: Project, machine: Machine
) -> None:
    machine.add("python3.13", "3.13.2")
    machine.add("python3.14", "3.14.2")
    assert _found(project, "3.13") == {"3.13": "CPython 3.13.2"}
    assert machine.asked == ["python3.13"]


def test_what_was_asked_once_is_known(project: Project, machine: Machine) -> None:
    machine.add("python3.13", "3.13.2")
    machine.write("python3.12", "broken")
    first = _found(project)
    machine.asked.clear()
    assert _found(project) == first
    assert machine.asked == []


def test_one_that_has_changed_is_asked_again(
    project: Project, machine: Machine
) -> None:
    changed = machine.add("python3.13", "3.13.2")
    machine.add("python3.12", "3.12.1")
    _found(project)
    machine.asked.clear()
    before = changed.stat()
    machine.add("python3.13", "3.13.3")
    os.utime(changed, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert _found(project)["3.13"] == "CPython 3.13.3"
    assert machine.asked == ["python3.13"]


def test_one_that_has_vanished_is_not_found_any_more(
    project: Project, machine: Machine
) -> None:
    gone = machine.add("python3.13", "3.13.2")
    machine.add("python3.12", "3.12.1")
    _found(project)
    gone.unlink()
    assert _found(project) == {"3.12": "CPython 3.12.1"}


def test_one_that_vanishes_while_it_is_looked_for_is_left_out(
    project: Project, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = machine.add("python3.13", "3.13.2")
    machine.add("python3.12", "3.12.1")
    candidates = finding._candidates

    def removed_meanwhile(versions: set[str]) -> list[Path]:
        found = candidates(versions)
        gone.unlink()
        return found

    monkeypatch.setattr(finding, "_candidates", removed_meanwhile)
    assert _found(project) == {"3.12": "CPython 3.12.1"}


@pytest.mark.parametrize("damage", [b"", b"{", b'{"a": 1}', b"[]", b"\xff"])
def test_damaged_notes_are_written_again(
    project: Project, machine: Machine, damage: bytes
) -> None:
    machine.add("python3.13", "3.13.2")
    _found(project)
    notes = project.store / "pythons/probed.json"
    whole = notes.read_bytes()
    notes.write_bytes(damage)
    assert _found(project) == {"3.13": "CPython 3.13.2"}
    assert notes.read_bytes() == whole


def test_the_one_that_runs_this_is_among_those_that_are_really_found(
    project: Project,
) -> None:
    this = these_facts()
    version = this.interpreter().version
    found = find(project, [version])[version]
    assert release_of(found.name) >= release_of(this.name)
