"""Histories say what an independent instrument has seen of the same executions.

By default each program is executed by one Python, as are the snippets. Further ones,
with tasks in C and in Python, are named by INSTRUMENT_PYTHONS, separated by colons.
"""

import ast
import os
import sys
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from proof.project import Project
from proof.snippets.metadata import parse_metadata

from .instrument.execution import Case, disagreements
from .interpreters import Python, interpreters

_PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
_SNIPPETS = Project(Path(__file__).parents[3]).snippets
_FURTHER = os.environ.get("INSTRUMENT_PYTHONS", "")


def _admits(program: Path, minor: str) -> bool:
    metadata = parse_metadata(program.read_text("utf-8").split("\n"), program.name)
    return SpecifierSet(metadata.metadata.requires_python).contains(minor)


def _first_admitted(program: Path) -> list[Python]:
    this, *others = interpreters()
    newest_first = (this, *reversed(others))
    return [python for python in newest_first if _admits(program, str(python))][:1]


def _fail_with(found: list[str]) -> None:
    if found:
        pytest.fail("\n".join(["The instrument disagrees:", *found]), pytrace=False)


def test_each_program_says_what_it_is_about() -> None:
    assert len(_PROGRAMS) >= 50
    for program in _PROGRAMS:
        sentence = ast.get_docstring(ast.parse(program.read_text("utf-8"))) or ""
        assert sentence.endswith("."), program.name
        assert "\n" not in sentence, program.name


@pytest.mark.timing
def test_histories_of_programs_are_true() -> None:
    cases = [Case(p.path, f) for f in _PROGRAMS for p in _first_admitted(f)]
    _fail_with(disagreements(cases))


@pytest.mark.timing
def test_histories_of_snippets_are_true() -> None:
    minor = f"{sys.version_info.major}.{sys.version_info.minor}"
    snippets = [
        path for path in sorted(_SNIPPETS.rglob("*.py")) if _admits(path, minor)
    ]
    this = Path(sys.executable)
    _fail_with(disagreements([Case(this, path, has_tasks=False) for path in snippets]))


@pytest.mark.timing
@pytest.mark.skipif(not _FURTHER, reason="INSTRUMENT_PYTHONS names no interpreters")
@pytest.mark.parametrize("python", list(filter(None, _FURTHER.split(os.pathsep))))
def test_histories_of_programs_are_true_in(python: str) -> None:
    minor = Path(python).resolve().name.removeprefix("python")
    programs = [path for path in _PROGRAMS if _admits(path, minor)]
    both = (False, True)
    cases = [Case(Path(python), program, b) for program in programs for b in both]
    _fail_with(disagreements(cases))
