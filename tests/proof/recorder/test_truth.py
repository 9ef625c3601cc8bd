"""Histories say what an independent instrument has seen of the same executions.

Each program is executed by one Python, as are the snippets; where INSTRUMENT_EVERYWHERE
is set, programs by each that is here, with tasks in C and in Python.
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
from .interpreters import MINORS, Python, find_interpreter

_PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
_SNIPPETS = Project(Path(__file__).parents[3]).snippets
_THIS = sys.version_info[:2]


def _admits(program: Path, minor: tuple[int, int]) -> bool:
    metadata = parse_metadata(program.read_text("utf-8").split("\n"), program.name)
    version = ".".join(map(str, minor))
    return SpecifierSet(metadata.metadata.requires_python).contains(version)


def _first_admitted(program: Path) -> list[Python]:
    """This Python, or else the newest that may execute it, if there is one."""
    minors = (m for m in (_THIS, *reversed(MINORS)) if _admits(program, m))
    return [python for python in map(find_interpreter, minors) if python][:1]


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
    # Of what those do that only get a message, no timeline is drawn.
    drawn = {*_SNIPPETS.rglob("*.py")} - {*_SNIPPETS.glob("messages/*.py")}
    snippets = [path for path in sorted(drawn) if _admits(path, _THIS)]
    this = Path(sys.executable)
    _fail_with(disagreements([Case(this, path, has_tasks=False) for path in snippets]))


@pytest.mark.timing
@pytest.mark.skipif(
    "INSTRUMENT_EVERYWHERE" not in os.environ, reason="INSTRUMENT_EVERYWHERE is not set"
)
def test_histories_of_programs_are_true_everywhere(python: Python) -> None:
    programs = [path for path in _PROGRAMS if _admits(path, python.minor)]
    both = (False, True)
    _fail_with(
        disagreements([Case(python.path, f, is_py) for f in programs for is_py in both])
    )
